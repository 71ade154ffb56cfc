import { addDays, instantAt, wallClockOf } from '../time/wall-clock';
import { workingDayBefore, workingDayFrom, type BankHolidays } from '../time/working-days';

/** Working days between the day of posting and the day of the appointment, neither counted: second class takes two or three. */
export const DAYS_IN_THE_POST = 3;

/**
 * The last instant (ms) at which a letter about an appointment can be posted: when the office closes on the last working day
 * that leaves three whole working days in between. A letter that is handed in then is there the day before.
 * @param office its zone, when it closes ("17:00"), and the bank holidays that it keeps.
 */
export function postBy(startsAt: number, office: { zone: string; closesAt: string; holidays: BankHolidays }): number {
  let day = wallClockOf(startsAt, office.zone).date;
  for (let n = 0; n <= DAYS_IN_THE_POST; n += 1) day = workingDayBefore(day, office.holidays);
  return instantAt(day, office.closesAt, office.zone);
}

/** News without a date of its own is still news when it is posted within so many working days. */
const NEWS_DAYS = 5;

/**
 * The last instant (ms) at which a letter with news can be posted that is about no appointment: when the office closes on the
 * fifth working day after it was written.
 */
export function postNewsBy(
  writtenAt: number,
  office: { zone: string; closesAt: string; holidays: BankHolidays },
): number {
  let day = wallClockOf(writtenAt, office.zone).date;
  for (let n = 0; n < NEWS_DAYS; n += 1) day = workingDayFrom(addDays(day, 1), office.holidays);
  return instantAt(day, office.closesAt, office.zone);
}
