import type { Queryable } from '@db/client.server';
import { takeNamedLock } from '@db/dialect/locks';
import { findLatestRun, saveBeginning, saveEnd, type TimetableRow } from '@db/queries/timetable.server';
import { MINUTE } from '~/domain/clock';
import { isTurn } from '~/domain/jobs/turn';
import type { Deps } from './deps';

/** A worker that has given no sign of life for so long no longer has in hand what it began (ms). */
const SILENT = MINUTE;

interface SharedTask {
  /** The same in every worker. */
  name: string;
  /** Pause between two beginnings (ms). */
  every: number;
  /** @returns true when there is more to do at once. */
  run(): Promise<boolean>;
}

/**
 * Runs a task if its turn has come and no other worker of this database has it in hand. Who begins is settled in one
 * transaction under a lock of the task's name; whoever is killed in the middle has it no longer once it has been silent for a
 * minute, and then another does it at once.
 * @param isStopping asked between the rounds of a task that has more to do.
 * @returns whether it was run. @throws what the task throws; it is tried again soon.
 */
export const takeTurn =
  (deps: Deps, workerId: string, isStopping = () => false) =>
  async ({ name, every, run }: SharedTask): Promise<boolean> => {
    const isDue = (latest: TimetableRow | null) => {
      const now = deps.clock.now();
      return isTurn(latest, every, now, latest !== null && isHeld(latest, workerId, now));
    };
    // Most often it is not: then nothing is locked and nothing written.
    if (!isDue(await deps.db.read((q) => findLatestRun(q, name)))) return false;
    const begunAt = await deps.db.write(async (q) => {
      if (!(await takeNamedLock(q, `timetable ${name}`))) return null;
      const latest = await findLatestRun(q, name);
      if (!isDue(latest)) return null;
      const now = deps.clock.now();
      await saveBeginning(q, { name, begunAt: now, begunBy: workerId, failures: latest?.failures ?? 0 });
      return now;
    });
    if (begunAt === null) return false;
    try {
      let more = true;
      while (more && !isStopping()) more = await run();
    } catch (error) {
      await end(false);
      throw error;
    }
    await end(true);
    return true;

    /** What was taken over meanwhile, because this worker seemed to be gone, is no longer this one's to end. */
    function end(isDone: boolean): Promise<void> {
      return deps.db.write(async (q: Queryable) => {
        const latest = await findLatestRun(q, name);
        if (latest?.begunBy !== workerId || latest.begunAt !== begunAt) return;
        const endedAt = deps.clock.now();
        await saveEnd(
          q,
          name,
          isDone ? { endedAt, doneAt: endedAt, failures: 0 } : { endedAt, failures: latest.failures + 1 },
        );
      });
    }
  };

/** A worker does one thing of a name at a time: what is still open as its own broke off when the end could not be written. */
function isHeld(latest: TimetableRow, workerId: string, now: number): boolean {
  if (latest.begunBy === workerId || latest.seenAt === null) return false;
  return Math.abs(now - latest.seenAt) <= SILENT;
}
