import { addDays, wallClockOf } from '../time/wall-clock';
import { workingDayFrom, type BankHolidays } from '../time/working-days';

/**
 * From which day on (a date) everything that is posted goes to a new address: the next working day, or the one after the
 * last day on which a letter may still be posted that bears the old address already.
 * @param office its zone, and the bank holidays that it keeps.
 * @param waiting the latest moments (ms) at which letters to the old address may be posted.
 */
export function newAddressFrom(
  now: number,
  office: { zone: string; holidays: BankHolidays },
  waiting: readonly number[],
): string {
  const lastOld = wallClockOf(Math.max(now, ...waiting), office.zone).date;
  return workingDayFrom(addDays(lastOld, 1), office.holidays);
}
