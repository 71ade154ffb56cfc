import { isOpen, type OpeningHours } from './opening-hours';
import { addDays, instantAt, wallClockOf } from './wall-clock';
import { workingDayBefore, workingDayFrom, type BankHolidays } from './working-days';

/** An office's opening hours with the bank holidays that it keeps: all that says when somebody can ring. */
export interface WorkingTime extends OpeningHours {
  holidays: BankHolidays;
}

/** The instant (ms) itself while the office is open, else the next opening. */
export function openFrom(at: number, hours: WorkingTime): number {
  if (isOpen(at, hours, hours.holidays)) return at;
  const { date, time } = wallClockOf(at, hours.zone);
  const day = workingDayFrom(time < hours.opensAt ? date : addDays(date, 1), hours.holidays);
  return instantAt(day, hours.opensAt, hours.zone);
}

/** When the office closes on the last working day before a date (ms). */
export function closingBefore(date: string, hours: WorkingTime): number {
  return instantAt(workingDayBefore(date, hours.holidays), hours.closesAt, hours.zone);
}
