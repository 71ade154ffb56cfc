import { HOUR, MINUTE } from '../clock';
import { isOpen } from '../time/opening-hours';
import { instantAt, wallClockOf } from '../time/wall-clock';
import { isWorkingDay } from '../time/working-days';
import { closingBefore, openFrom, type WorkingTime } from '../time/working-time';

/**
 * When somebody who asks to be called is to be called at the latest (ms): within the hour while the office is open, at
 * opening time of the next working day otherwise, or when the hour would run past closing.
 */
export function callDueAt(now: number, hours: WorkingTime): number {
  const { date } = wallClockOf(now, hours.zone);
  const closing = instantAt(date, hours.closesAt, hours.zone);
  if (isOpen(now, hours, hours.holidays) && now + HOUR <= closing) return now + HOUR;
  return openFrom(isOpen(now, hours, hours.holidays) ? closing : now, hours);
}

/**
 * When somebody who did not come is to be called at the latest (ms): before the office closes that day, while half an hour is
 * left for it, else before it closes on the next working day.
 */
export function sameDayCallDueAt(now: number, hours: WorkingTime): number {
  const { date } = wallClockOf(now, hours.zone);
  const closing = instantAt(date, hours.closesAt, hours.zone);
  if (isWorkingDay(date, hours.holidays) && now + LAST_CALL <= closing) return closing;
  const next = wallClockOf(openFrom(Math.max(now, closing), hours), hours.zone).date;
  return instantAt(next, hours.closesAt, hours.zone);
}

/** Nearer to the start than this (ms) a call finds the person on the way, or too late to be of use. */
const LAST_CALL = 30 * MINUTE;

/**
 * The latest instant for a call about a meeting (ms): half an hour before it starts, however late its message might have
 * been sent; where that is past, as late as the message.
 */
export function latestCall({ sendBy, startsAt }: { sendBy: number; startsAt: number }, now: number): number {
  const latest = Math.min(sendBy, startsAt - LAST_CALL);
  return latest > now ? latest : sendBy;
}

/**
 * When a call that has to be made by `latest` is due (ms), so that there are working hours to make it in: at `latest` if
 * the office has been open for an hour by then, at closing time when `latest` comes after it, else when the office closes
 * on the last working day before. A call that is opened too late for that is due at `latest` all the same.
 * @param now when the call is put on the list.
 */
export function dueInHours(latest: number, now: number, hours: WorkingTime): number {
  const { date } = wallClockOf(latest, hours.zone);
  const opening = instantAt(date, hours.opensAt, hours.zone);
  const closing = instantAt(date, hours.closesAt, hours.zone);
  const due =
    isWorkingDay(date, hours.holidays) && latest >= opening + HOUR
      ? Math.min(latest, closing)
      : closingBefore(date, hours);
  return due > now ? due : latest;
}
