import { wallClockOf } from './wall-clock';
import { isWorkingDay, type BankHolidays } from './working-days';

/** When somebody answers the telephone of an office, Monday to Friday, on its wall clock: "09:00". */
export interface OpeningHours {
  opensAt: string;
  closesAt: string;
  /** IANA zone. */
  zone: string;
}

/** True while the office is open at an instant (ms): from opening up to, but not at, closing, on a working day. */
export function isOpen(now: number, hours: OpeningHours, holidays: BankHolidays): boolean {
  const { date, time } = wallClockOf(now, hours.zone);
  return isWorkingDay(date, holidays) && time >= hours.opensAt && time < hours.closesAt;
}
