import { DAY } from '../clock';
import { minutesOf } from '../time/time-of-day';
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

/** A time of day from which, until another, somebody is left alone: "20:00" to "08:00". */
export type QuietHours = ReminderPolicy['quietHours'];

/** Longer than any stretch that quiet hours leave open somewhere, the night when clocks change included. */
const NEVER_AFTER = 3 * DAY;

/**
 * The same for a person who has quiet times of their own, on top of the office's: the first instant (ms) that is quiet for
 * neither. Infinity where together they leave no time of day at all.
 */
export function allowedForPerson(
  instant: number,
  policy: Pick<ReminderPolicy, 'quietHours'>,
  person: { quietFrom: string | null; quietTo: string | null },
  zone: string,
): number {
  const own = ownQuietHours(person);
  if (!own) return allowedFrom(instant, policy, zone);
  let at = instant;
  for (;;) {
    const next = allowedFrom(allowedFrom(at, policy, zone), { quietHours: own }, zone);
    if (next === at) return at;
    if (next - instant > NEVER_AFTER) return Infinity;
    at = next;
  }
}

/** The quiet times that a person has asked for, if they did. */
export function ownQuietHours(person: { quietFrom: string | null; quietTo: string | null }): QuietHours | null {
  const { quietFrom: from, quietTo: to } = person;
  return from === null || to === null ? null : { from, to };
}

/** How many minutes of a day are left in which somebody may be disturbed. */
export function openMinutes(spans: readonly QuietHours[]): number {
  let open = 0;
  for (let minute = 0; minute < 24 * 60; minute += 1) if (!spans.some((span) => holds(span, minute))) open += 1;
  return open;
}

function holds(span: QuietHours, minute: number): boolean {
  const [from, to] = [minutesOf(span.from), minutesOf(span.to)];
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}
