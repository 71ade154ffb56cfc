import { setTimeout as pause } from 'node:timers/promises';
import type { Composition } from '~/composition.server';
import { SECOND } from '~/domain/clock';
import { timetable, type Job } from './schedule';

/** How long what is in flight may take to finish when the worker is told to stop. */
const FAREWELL = 15 * SECOND;

export interface RunningWorker {
  /**
   * Takes nothing new, and waits for what is in flight.
   * @returns false when some of it did not finish in time: the ledger knows, and the next worker finds out.
   */
  stop(): Promise<boolean>;
}

/** Runs the whole timetable until it is stopped. One job's failure is logged and never ends another. */
export function runWorker(composition: Composition): RunningWorker {
  const { deps, log } = composition;
  const stopping = new AbortController();
  const worker = { id: deps.newId(), startedAt: deps.clock.now() };
  const running = timetable(composition, worker).map((job) => repeat(job, stopping.signal, log));
  log.info({ worker: worker.id }, 'the worker has started');
  return {
    async stop() {
      stopping.abort();
      const finished = Promise.all(running).then(() => true);
      return Promise.race([finished, pause(FAREWELL, false, { ref: false })]);
    },
  };
}

async function repeat(job: Job, stopping: AbortSignal, log: Composition['log']): Promise<void> {
  while (!stopping.aborted) {
    let more = false;
    try {
      more = await job.run();
    } catch (error) {
      log.error({ job: job.name, err: error }, 'a job failed and will be tried again');
    }
    if (!more) await pause(job.every, undefined, { signal: stopping }).catch(() => undefined);
  }
}
