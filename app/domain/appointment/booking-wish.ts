import { APPOINTMENT_MODES, type AppointmentMode } from './appointment';
import { isDate } from './chosen-day';
import { instantOf } from '../time/wall-clock';

/** The shortest and the longest that an appointment can be booked for (minutes). */
export const SHORTEST_MINUTES = 5;
export const LONGEST_MINUTES = 240;

/** What somebody asked for when they looked for a time; null where they did not say, or it makes no sense. */
export interface BookingWish {
  kind: string | null;
  mode: AppointmentMode;
  minutes: number | null;
  adviserId: string | null;
  fromOn: string | null;
  /** The start that was picked (ms). */
  at: number | null;
}

/** Reads a wish from the fields of a form or an address. */
export function readBookingWish(field: (name: string) => string): BookingWish {
  const text = (name: string) => field(name).trim();
  const at = /^\d{10,14}$/.test(text('at')) ? Number(text('at')) : null;
  return {
    kind: /^\w{1,40}$/.test(text('kind')) ? text('kind') : null,
    mode: APPOINTMENT_MODES.find((mode) => mode === text('mode')) ?? 'in_person',
    minutes: readMinutes(text('minutes')),
    adviserId: /^[0-9a-f-]{36}$/.test(text('adviser')) ? text('adviser') : null,
    fromOn: isDate(text('from')) ? text('from') : null,
    at,
  };
}

/** A length in whole minutes that can be booked; null for anything else. */
export function readMinutes(text: string): number | null {
  const minutes = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  return minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES ? minutes : null;
}

export type ReadMoment = { ok: true; at: number } | { ok: false; fault: 'date' | 'time' };

/**
 * A date and a time of day as a browser or a person types them ("2026-11-24", "14:30"), on the office's clock. A time that
 * the clocks skip does not exist; of one that happens twice it is the first.
 */
export function readMoment(date: string, time: string, zone: string): ReadMoment {
  if (!isDate(date) || date < '1970-01-02') return { ok: false, fault: 'date' };
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { ok: false, fault: 'time' };
  const found = instantOf(`${date}T${time}`, zone);
  return found.kind === 'none' ? { ok: false, fault: 'time' } : { ok: true, at: found.instant };
}
