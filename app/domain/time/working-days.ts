import { addDays, weekdayOf } from './wall-clock';

/** The bank holidays of one division, as dates "2026-12-25". */
export type BankHolidays = ReadonlySet<string>;

/** Monday to Friday, and no bank holiday. */
export function isWorkingDay(date: string, holidays: BankHolidays): boolean {
  return weekdayOf(date) <= 5 && !holidays.has(date);
}

/**
 * How many working days come after `from`, up to and with `to`: from Friday to the Monday after it is one. Negative
 * when `to` is earlier. The way from a to c is always the way from a to b and then from b to c.
 */
export function workingDaysBetween(from: string, to: string, holidays: BankHolidays): number {
  if (to < from) return 0 - workingDaysBetween(to, from, holidays);
  let count = 0;
  for (let date = from; date < to;) {
    date = addDays(date, 1);
    if (isWorkingDay(date, holidays)) count += 1;
  }
  return count;
}

/** The last working day that is before a date. */
export function workingDayBefore(date: string, holidays: BankHolidays): string {
  let day = addDays(date, -1);
  while (!isWorkingDay(day, holidays)) day = addDays(day, -1);
  return day;
}

/** The date itself if people work on it, else the next working day. */
export function workingDayFrom(date: string, holidays: BankHolidays): string {
  let day = date;
  while (!isWorkingDay(day, holidays)) day = addDays(day, 1);
  return day;
}
