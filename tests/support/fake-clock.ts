import type { Clock } from '~/domain/clock';

/** A clock that stands still until it is told to move. */
export interface FakeClock extends Clock {
  set(instant: string | number): void;
  advance(milliseconds: number): void;
}

/** @param start ISO 8601 with an offset, or milliseconds. */
export function fakeClock(start: string | number = '2026-11-23T09:00:00Z'): FakeClock {
  let now = typeof start === 'number' ? start : Date.parse(start);
  return {
    now: () => now,
    set: (instant) => void (now = typeof instant === 'number' ? instant : Date.parse(instant)),
    advance: (milliseconds) => void (now += milliseconds),
  };
}
