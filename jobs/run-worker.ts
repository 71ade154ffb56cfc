import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Composition } from '~/composition.server';
import { MINUTE, SECOND } from '~/domain/clock';
import { takeTurn } from '~/services/take-turn.server';
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
  const turn = takeTurn(deps, worker.id, () => stopping.signal.aborted);
  const jobs = timetable(composition, worker).map((job) => (job.everywhere ? job : inTurn(job, turn)));
  const begun = new Map(jobs.filter((job) => job.first).map((job) => [job, aSignal()]));
  const ready = Promise.all([...begun.values()].map((signal) => signal.given));
  // Each job listens while it pauses, and some of them begin later.
  setMaxListeners(2 * jobs.length, stopping.signal);
  const running = jobs.map((job) => {
    const done = begun.get(job)?.give;
    return done ? repeat(job, stopping.signal, log, done) : afterwards(ready, job, stopping.signal, log);
  });
  log.info({ worker: worker.id }, 'the worker has started');
  return {
    async stop() {
      stopping.abort();
      const finished = Promise.all(running).then(() => true);
      return Promise.race([finished, pause(FAREWELL, false, { ref: false })]);
    },
  };
}

/** What the workers share is looked at by each of them at least once a minute, and run by one. */
function inTurn(job: Job, turn: ReturnType<typeof takeTurn>): Job {
  const run = async () => {
    await turn(job);
    return false;
  };
  return { ...job, every: Math.min(job.every, MINUTE), run };
}

/** Something that happens once, and those who wait for it. */
function aSignal(): { given: Promise<void>; give: () => void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give };
}

async function afterwards(
  ready: Promise<unknown>,
  job: Job,
  stopping: AbortSignal,
  log: Composition['log'],
): Promise<void> {
  const stopped = new Promise((resolve) => stopping.addEventListener('abort', resolve, { once: true }));
  await Promise.race([ready, stopped]);
  await repeat(job, stopping, log);
}

/** @param done is told each time that the job has done its work. */
async function repeat(job: Job, stopping: AbortSignal, log: Composition['log'], done?: () => void): Promise<void> {
  while (!stopping.aborted) {
    let more = false;
    try {
      more = await job.run();
      done?.();
    } catch (error) {
      log.error({ job: job.name, err: error }, 'a job failed and will be tried again');
    }
    if (!more) await pause(job.every, undefined, { signal: stopping }).catch(() => undefined);
  }
}
