import { deleteSilentWorkers, touchWorker } from '@db/queries/workers.server';
import { DAY } from '~/domain/clock';
import { holdForgottenCopy } from './arm-sending.server';
import type { Deps } from './deps';
import { noticeClockPutBack } from './notice-clock-put-back.server';

/**
 * Writes down that a worker is alive, and forgets those that have been silent for a day. Each time it looks whether the
 * clock was put back since the last sign. The first time it looks whether
 * this is a copy of a database that has gone on without it; nothing may be sent before that.
 */
export const showWorkerLife = (deps: Deps) => {
  let looked = false;
  return async (worker: { id: string; startedAt: number }): Promise<void> => {
    const now = deps.clock.now();
    await deps.db.write(async (q) => {
      if (!looked) await holdForgottenCopy(q, deps);
      await noticeClockPutBack(q, deps);
      await touchWorker(q, { ...worker, seenAt: now });
      await deleteSilentWorkers(q, now - DAY);
    });
    looked = true;
  };
};
