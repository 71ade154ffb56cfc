import { addDays, instantAt, wallClockOf } from '../time/wall-clock';
import type { ReminderPolicy } from './policy';

/** True while nobody is to be disturbed, at an instant (ms) by the clock of the zone. */
export function isQuiet(instant: number, policy: Pick<ReminderPolicy, 'quietHours'>, zone: string): boolean {
  return allowedFrom(instant, policy, zone) !== instant;
}

/**
 * The first instant (ms), not before the one given, at which people may be disturbed: the same one, or the next end
 * of the quiet hours. `from` itself is quiet, `to` itself is not; equal times mean that there are no quiet hours.
 */
export function allowedFrom(instant: number, policy: Pick<ReminderPolicy, 'quietHours'>, zone: string): number {
  const { from, to } = policy.quietHours;
  const { date, time } = wallClockOf(instant, zone);
  const overnight = from > to;
  if (overnight && time >= from) return instantAt(addDays(date, 1), to, zone);
  if (overnight ? time < to : time >= from && time < to) return instantAt(date, to, zone);
  return instant;
}
