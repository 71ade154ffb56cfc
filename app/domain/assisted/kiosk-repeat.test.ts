import { describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../clock';
import { isShownAgain, NO_PAGE } from './kiosk-repeat';

/** A visit that began at 0, whose last page was asked for after a minute; it is two minutes now. */
const NOW = 2 * MINUTE;
const LAST = { at: MINUTE, mark: 'plan-from-home' };
const again = (asked: Partial<Parameters<typeof isShownAgain>[0]> = {}) =>
  isShownAgain({
    ...{ last: LAST, beganAt: 0, seenAt: MINUTE, now: NOW, mark: LAST.mark, cacheControl: undefined },
    ...asked,
  });

describe('a page of a shared computer', () => {
  it('is shown again when the last one is asked for from where it was asked for', () => {
    expect(again()).toBe(true);
    expect(again({ mark: 'details-from-plan' })).toBe(false);
    expect(again({ mark: NO_PAGE, last: { at: MINUTE, mark: NO_PAGE } })).toBe(false);
  });

  it.each(['max-age=0', 'no-cache'])('is not by somebody who reloads it: %s', (cacheControl) => {
    expect(again({ cacheControl })).toBe(false);
  });

  it('is not by somebody who presses twice', () => {
    expect(again({ now: MINUTE + 5 * SECOND })).toBe(false);
    expect(again({ now: MINUTE + 5 * SECOND + 1 })).toBe(true);
  });

  it('is when the browser knows of an older page than the server, even as a reload or a form', () => {
    const older = { mark: 'other', seenAt: MINUTE + 2 * SECOND + 1 };
    expect(again(older)).toBe(true);
    expect(again({ ...older, cacheControl: 'max-age=0', mark: NO_PAGE })).toBe(true);
    expect(again({ ...older, last: null })).toBe(true);
    expect(again({ ...older, seenAt: MINUTE + 2 * SECOND })).toBe(false);
    // An answer that got lost, and somebody who presses at once.
    expect(again({ ...older, now: older.seenAt + 5 * SECOND })).toBe(false);
  });

  it('is not at the beginning of a visit, when the browser knows nothing or of somebody before', () => {
    expect(again({ last: null, beganAt: MINUTE })).toBe(false);
    expect(again({ last: { at: 0, mark: 'x' }, beganAt: MINUTE })).toBe(false);
  });
});
