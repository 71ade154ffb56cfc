import { SECOND } from '../clock';

/** What the browser of somebody at a shared computer says was the last page of the visit. */
export interface LastPage {
  /** When it was asked for (ms). */
  at: number;
  /** What stands for its address and for the page that led there. */
  mark: string;
}

/** What a form's page is remembered as: a browser that is started again does not send forms. */
export const NO_PAGE = '-';

/** Whoever was there so long ago is there still (ms): impatient presses, and answers that got lost. */
const STILL_THERE = 5 * SECOND;
/** How far what the browser says and what the server knows lie apart in a visit in which nothing is amiss (ms). */
const APART = 2 * SECOND;

/**
 * True when a page is asked for by a browser that was started again, or in a tab that was reopened, and not by somebody who
 * presses something on the page that they see. Browsers ask then for the page that was there last, coming from where they had
 * come from, and do not say that it is a reload; or, where they had no time to write the last page down, they know of an older
 * one than the server has seen. What they send is in decision 0035.
 * @param asked.seenAt when the server last heard from this visit, before now (ms).
 */
export function isShownAgain(asked: {
  last: LastPage | null;
  beganAt: number;
  seenAt: number;
  now: number;
  mark: string;
  cacheControl: string | undefined;
}): boolean {
  const { last, beganAt, seenAt, now, mark, cacheControl } = asked;
  const at = Math.max(last?.at ?? 0, beganAt);
  const isOld = seenAt - at > APART && now - seenAt > STILL_THERE;
  const isReload = /max-age=0|no-cache/.test(cacheControl ?? '');
  const isSame = mark !== NO_PAGE && mark === last?.mark && !isReload && now - at > STILL_THERE;
  return isOld || isSame;
}
