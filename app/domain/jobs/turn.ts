import { MINUTE } from '../clock';

/** The latest run of a task of the timetable, by whichever worker. */
export interface LatestRun {
  /** When it began (ms). */
  begunAt: number;
  /** When it ended, well or badly (ms); null while it runs, or when its worker ended before it did. */
  endedAt: number | null;
  /** How many in a row ended badly. */
  failures: number;
}

/** After how long one that did not work is tried again, at the latest: a daily task does not wait for tomorrow (ms). */
const TRY_AGAIN = MINUTE;

/**
 * Whether a task is to be run now. One that was missed while nobody ran it is due once, however often it was missed.
 *
 * The time since it began counts in both directions: clocks of several machines differ, so a beginning that is a little ahead
 * is no reason to run it; one that is further ahead than its pause was written by a clock that has since been put back.
 * @param every pause between two beginnings (ms).
 * @param isHeld whether another worker, which is alive, has it in hand.
 */
export function isTurn(latest: LatestRun | null, every: number, now: number, isHeld: boolean): boolean {
  if (latest === null) return true;
  if (latest.endedAt === null) return !isHeld;
  const wait = latest.failures > 0 ? Math.min(every, TRY_AGAIN) : every;
  return Math.abs(now - latest.begunAt) >= wait;
}
