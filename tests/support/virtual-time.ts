import type { SteadyTime } from '~/services/steady-time';
import type { FakeClock } from './fake-clock';

/**
 * Time for several workers that passes only when all of them wait: then it jumps to the first that wakes up. Each worker
 * waits for one thing at a time, so run them with a concurrency of one.
 */
export function virtualTime(clock: FakeClock, workers: number) {
  let present = 0;
  let awake = workers;
  const sleepers: { at: number; wake: () => void }[] = [];

  function wakeNext(): void {
    if (awake > 0 || sleepers.length === 0) return;
    sleepers.sort((a, b) => a.at - b.at);
    const next = sleepers.shift()!;
    const passed = Math.max(0, next.at - present);
    present += passed;
    clock.advance(passed);
    awake += 1;
    next.wake();
  }

  const time: SteadyTime = {
    now: () => present,
    until: (at) => {
      if (at <= present) return Promise.resolve();
      return new Promise((wake) => {
        sleepers.push({ at, wake });
        awake -= 1;
        wakeNext();
      });
    },
  };
  return {
    time,
    /** A worker is done: the others no longer wait for it. */
    leave(): void {
      awake -= 1;
      wakeNext();
    },
  };
}
