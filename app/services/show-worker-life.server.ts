import { deleteSilentWorkers, touchWorker } from '@db/queries/workers.server';
import { DAY } from '~/domain/clock';
import type { Deps } from './deps';

/** Writes down that a worker is alive, and forgets those that have been silent for a day. */
export const showWorkerLife =
  (deps: Deps) =>
  async (worker: { id: string; startedAt: number }): Promise<void> => {
    const now = deps.clock.now();
    await deps.db.write(async (q) => {
      await touchWorker(q, { ...worker, seenAt: now });
      await deleteSilentWorkers(q, now - DAY);
    });
  };
