import { HOUR } from '../clock';
import { addDays, instantAt, wallClockOf, weekdayOf } from '../time/wall-clock';

const OPENS = '09:00';
const CLOSES = '17:00';

/**
 * When somebody who asks to be called is to be called at the latest (ms): within the hour while the office is open,
 * at 9:00 of the next working morning otherwise, or when the hour would run past closing. Working time is Monday
 * to Friday, 9:00 to 17:00, wall clock of the office; public holidays are not known.
 */
export function callDueAt(now: number, zone: string): number {
  const { date, time } = wallClockOf(now, zone);
  if (isWorkingDay(date)) {
    if (time < OPENS) return instantAt(date, OPENS, zone);
    if (now + HOUR <= instantAt(date, CLOSES, zone)) return now + HOUR;
  }
  let next = addDays(date, 1);
  while (!isWorkingDay(next)) next = addDays(next, 1);
  return instantAt(next, OPENS, zone);
}

function isWorkingDay(date: string): boolean {
  return weekdayOf(date) <= 5;
}
