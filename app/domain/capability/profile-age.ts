import { DAY } from '../clock';

/** How long answers are good for: six months. After that all of them are asked anew. */
const GOOD_FOR = 183 * DAY;

/** True once answers are so old that they are asked again. Both instants in ms. */
export function isOutOfDate(finishedAt: number, now: number): boolean {
  return now - finishedAt >= GOOD_FOR;
}
