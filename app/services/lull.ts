import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

/** Tells when a number of things that end by themselves have ended for now; so that what they leave behind is dealt with together. */
export function lull() {
  let underWay = 0;
  let hurried = false;
  let waiting: AbortController | null = null;

  /** Nobody waits any longer; nor does who waits next, unless somebody waits now. */
  const hurry = () => {
    if (waiting) waiting.abort();
    else hurried = true;
  };

  return {
    hurry,
    /** Does something that is waited for. */
    async during<T>(work: () => Promise<T>): Promise<T> {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        if (underWay === 0) void nextTurn().then(() => void (underWay === 0 && waiting?.abort()));
      }
    },
    /** Waits until nothing is under way, somebody is in a hurry, or so much time (ms) has passed. */
    async wait(patienceMs: number): Promise<void> {
      await nextTurn();
      if (underWay === 0 || hurried) {
        hurried = false;
        return;
      }
      const here = new AbortController();
      waiting = here;
      await pause(patienceMs, undefined, { signal: here.signal }).catch(() => undefined);
      waiting = null;
    },
  };
}
