import { setTimeout as pause } from 'node:timers/promises';

/** Time that only ever goes forward, at its own pace: waiting by it neither floods nor stalls when a clock is put on or back. */
export interface SteadyTime {
  /** Ms since some moment that means nothing. */
  now(): number;
  until(instant: number): Promise<void>;
}

/** The process's own. */
export const steadyTime: SteadyTime = {
  now: () => performance.now(),
  async until(instant) {
    const wait = instant - performance.now();
    if (wait > 0) await pause(wait);
  },
};
