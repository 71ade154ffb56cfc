import { MINUTE } from '../clock';
import { addDays, instantAt, wallClockOf } from '../time/wall-clock';
import { isWorkingDay } from '../time/working-days';
import type { WorkingTime } from '../time/working-time';

/** The parts of a day in which somebody would like to be called. */
export const DAY_PARTS = ['any', 'morning', 'afternoon'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** When somebody would like to be called: a date of the office, "2026-11-25", or the first that there is, and a part of it. */
export interface CallWish {
  date: string | null;
  part: DayPart;
}

/** How many working days ahead somebody may choose, today among them. */
const DAYS_OFFERED = 5;
/** A part of a day of which less than this is left (ms) is over: nobody could ring in it any more. */
const LEAST_LEFT = 30 * MINUTE;
const MIDDAY = '12:00';

/** From when until when a wish can be met (ms), by the office's clock; null where it is over, or the office is shut then. */
export function wishedTimes(
  { date, part }: CallWish,
  now: number,
  hours: WorkingTime,
): { from: number; dueAt: number } | null {
  const dates = date === null ? callDays(now, hours) : callDays(now, hours).filter((one) => one === date);
  for (const one of dates) {
    const times = timesOn(one, part, now, hours);
    if (times) return times;
  }
  return null;
}

function timesOn(date: string, part: DayPart, now: number, hours: WorkingTime) {
  if (!isWorkingDay(date, hours.holidays)) return null;
  const early = hours.opensAt < MIDDAY ? hours.opensAt : MIDDAY;
  const start = instantAt(date, part === 'afternoon' ? MIDDAY : early, hours.zone);
  const dueAt = instantAt(date, part === 'morning' ? MIDDAY : hours.closesAt, hours.zone);
  const from = Math.max(start, now);
  return dueAt - from < LEAST_LEFT ? null : { from, dueAt };
}

/** The dates that can be chosen: working days, with today while some of it is left. */
export function callDays(now: number, hours: WorkingTime): string[] {
  const days: string[] = [];
  for (let date = wallClockOf(now, hours.zone).date; days.length < DAYS_OFFERED; date = addDays(date, 1)) {
    if (timesOn(date, 'any', now, hours)) days.push(date);
  }
  return days;
}
