import { Temporal } from 'temporal-polyfill';

/** What a wall-clock time in a zone comes to. `twice`: the clocks went back over it, and the first is meant. */
export type WallClockInstant = { kind: 'one' | 'twice'; instant: number } | { kind: 'none' };

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/;

/**
 * The instant (ms) of a wall-clock time such as "2026-11-24T14:30" in an IANA zone.
 * @throws RangeError for text that is not a local date and time, or an unknown zone.
 */
export function instantOf(wall: string, zone: string): WallClockInstant {
  if (!LOCAL.test(wall)) throw new RangeError(`Not a local date and time: ${wall}`);
  const plain = Temporal.PlainDateTime.from(wall);
  const first = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const last = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (first.epochMilliseconds === last.epochMilliseconds) return { kind: 'one', instant: first.epochMilliseconds };
  // Temporal moves a time that was skipped, so that it reads differently; one that happens twice it leaves alone.
  if (!first.toPlainDateTime().equals(plain)) return { kind: 'none' };
  return { kind: 'twice', instant: first.epochMilliseconds };
}

/**
 * Remembers the answers of a pure function of two texts. A day's appointments ask for the same few times again and
 * again, and a zone's rules are slow to read. Forgets everything when it holds too much.
 */
function remembering<Key extends string | number, Answer>(ask: (key: Key, zone: string) => Answer) {
  const zones = new Map<string, Map<Key, Answer>>();
  return (key: Key, zone: string): Answer => {
    let known = zones.get(zone);
    if (!known) {
      if (zones.size >= 5_000) zones.clear();
      zones.set(zone, (known = new Map()));
    }
    let answer = known.get(key);
    if (answer === undefined) {
      if (known.size >= 20_000) known.clear();
      known.set(key, (answer = ask(key, zone)));
    }
    return answer;
  };
}

/**
 * The instant (ms) of a date and a time of day, always: the first of two, and for a time that the clocks skip,
 * the moment at which they skip it (29 March 2026 01:30 in London is 01:00 UTC, when the clock shows 02:00).
 */
export function instantAt(date: string, time: string, zone: string): number {
  return instantAtWall(`${date}T${time}`, zone);
}

const instantAtWall = remembering((wall: string, zone) => {
  const found = instantOf(wall, zone);
  if (found.kind !== 'none') return found.instant;
  const before = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'earlier' });
  const jump = before.getTimeZoneTransition('next');
  return (jump ?? before).epochMilliseconds;
});

/** The date "YYYY-MM-DD" and time "HH:MM" (seconds cut off) that a clock in the zone shows at an instant (ms). */
export const wallClockOf = remembering((instant: number, zone): Readonly<{ date: string; time: string }> => {
  const shown = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return { date: shown.toPlainDate().toString(), time: shown.toPlainTime().toString({ smallestUnit: 'minute' }) };
});

/** The date `days` after (or, negative, before) a date; no zone is involved. */
export function addDays(date: string, days: number): string {
  return addDaysOnce(days, date);
}

/** What is the zone elsewhere is the date here: appointments lie on the same few hundred dates. */
const addDaysOnce = remembering((days: number, date) => Temporal.PlainDate.from(date).add({ days }).toString());

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(date: string): number {
  return weekdayOnce(0, date);
}

const weekdayOnce = remembering((_: number, date) => Temporal.PlainDate.from(date).dayOfWeek);

/** The instants (ms) at which a date begins and the next one does; 23, 24 or 25 hours apart in London. */
export function dayBounds(date: string, zone: string): { from: number; to: number } {
  const startOf = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
  return { from: startOf(date), to: startOf(addDays(date, 1)) };
}

/** Whole days from date `a` to date `b`; negative when `b` is earlier. */
export function daysBetween(a: string, b: string): number {
  return Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: 'day' }).days;
}
