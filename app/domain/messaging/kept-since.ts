import { Temporal } from 'temporal-polyfill';

/** The instant (ms) before which what has ended is no longer kept: so many calendar months before `now`, in UTC. */
export function keptSince(now: number, months: number): number {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('UTC').subtract({ months }).epochMilliseconds;
}
