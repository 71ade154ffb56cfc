import type { AppointmentMode } from '~/domain/appointment/appointment';
import { meetingPlace } from '~/domain/appointment/meeting-place';
import { calledName } from '~/domain/contact/person-name';
import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';
import { openHeld, type AppointmentKey, type Gone, type Held } from './held-appointment.server';
import { listFreeTimes } from './list-free-times.server';
import { writeCalendar } from './write-calendar.server';

/** What a page may show of an appointment. Instants in ms; dates and times are those of `zone`. */
export interface AppointmentView {
  state: 'open';
  language: Language;
  phone: string;
  firstName: string;
  adviserFirstName: string;
  startsAt: number;
  endsAt: number;
  zone: string;
  /** The date at the office now. */
  today: string;
  mode: AppointmentMode;
  /** There is a place to go to, but someone else may see this person's pages: they name neither it nor the purpose. */
  placeWithheld: boolean;
  /** Null for someone whose pages others may see, and where there is no place to go to. */
  place: string | null;
  gettingThere: string;
  stepFree: string;
  answer: 'none' | 'confirmed' | 'cannot_come';
}

/** The appointment behind a link or one's own: names, time and place, and nothing else. Changes nothing. */
export const viewHeldAppointment =
  (deps: Deps) =>
  async (key: AppointmentKey): Promise<AppointmentView | Gone> => {
    const held = await openHeld(deps, key);
    return held.state === 'open' ? viewOf(held, deps.clock.now()) : held;
  };

/** The same, with the times (start instants, ms) to which it can be moved. */
export const viewOtherTimes =
  (deps: Deps) =>
  async (key: AppointmentKey): Promise<(AppointmentView & { times: number[] }) | Gone> => {
    const held = await openHeld(deps, key);
    if (held.state !== 'open') return held;
    const view = viewOf(held, deps.clock.now());
    // What has begun is too late to move; a person can still ask to be called.
    if (view.startsAt <= deps.clock.now()) return { ...view, times: [] };
    const free = await listFreeTimes(deps)({ appointmentId: held.shown.appointment.id });
    return { ...view, times: free.map(({ startsAt }) => startsAt) };
  };

/** The appointment as a calendar file to keep. */
export const writeHeldCalendar =
  (deps: Deps) =>
  async (key: AppointmentKey): Promise<string | Gone> => {
    const held = await openHeld(deps, key);
    if (held.state !== 'open') return held;
    const { appointment } = held.shown;
    const { place } = viewOf(held, deps.clock.now());
    const shown = { language: held.language, place: place ?? '', notes: '', cancelled: false };
    return writeCalendar(deps, appointment, shown);
  };

/** What may be shown of an appointment that a key opens. */
export function viewOf(held: Held, now: number): AppointmentView {
  const { appointment, customer, office, adviserFirstName } = held.shown;
  const { startsAt, endsAt, mode } = appointment;
  const somewhere = meetingPlace(appointment, office);
  const place = customer.discreet ? null : somewhere;
  return {
    state: 'open',
    language: held.language,
    phone: held.phone,
    firstName: calledName(customer),
    adviserFirstName,
    startsAt,
    endsAt,
    zone: office.zone,
    today: wallClockOf(now, office.zone).date,
    mode,
    placeWithheld: somewhere !== null && customer.discreet,
    place: place?.name ?? null,
    gettingThere: place?.gettingThere ?? '',
    stepFree: place?.stepFree ?? '',
    answer: appointment.confirmedAt !== null ? 'confirmed' : appointment.cannotComeAt !== null ? 'cannot_come' : 'none',
  };
}
