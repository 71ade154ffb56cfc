/** The most lines that are saved together: more at once would be hardly any quicker. */
export const MOST_LINES = 1_000;
/** Fewer would take longer to commit than to save. */
const LEAST_LINES = 100;
/** How long the portal and the worker may be kept from writing (ms). */
const HOLD = 125;

/**
 * How many lines to save together next, so that it takes about an eighth of a second on whatever machine and beside whatever
 * else runs on it.
 * @param tookMs how long the last ones took.
 */
export function nextLines(lines: number, tookMs: number): number {
  const fitting = Math.round((lines * HOLD) / Math.max(tookMs, 1));
  // Twice as many at most: a batch may have been quick because there was nothing to save in it.
  return Math.max(LEAST_LINES, Math.min(MOST_LINES, lines * 2, fitting));
}
