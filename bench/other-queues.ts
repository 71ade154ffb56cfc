import { createRequire } from 'node:module';
import { join } from 'node:path';
import { makeDatabase } from '../tests/support/new-database';
import type { TestRedis } from './redis';

const BATCH = 100;
const QUEUE = 'reminders';

/** What is used of them; they are installed in this folder alone, by hand (`npm ci --prefix bench`). */
interface BullMq {
  Queue: new (name: string, options: object) => { addBulk(jobs: object[]): Promise<unknown>; close(): Promise<void> };
  Worker: new (
    name: string,
    work: () => Promise<void>,
    options: object,
  ) => { run(): Promise<void>; waitUntilReady(): Promise<unknown>; close(): Promise<void> };
}
type PgBoss = new (options: object) => {
  on(event: 'error', listener: () => void): void;
  start(): Promise<unknown>;
  createQueue(name: string): Promise<void>;
  insert(jobs: object[]): Promise<unknown>;
  fetch(name: string, options: { batchSize: number }): Promise<{ id: string }[]>;
  complete(name: string, ids: string[]): Promise<unknown>;
  stop(options: object): Promise<void>;
};
interface GraphileWorker {
  runMigrations(options: object): Promise<void>;
  runOnce(options: object): Promise<void>;
  Logger: new (make: () => () => void) => object;
}

/** A package of this folder's own; null when it is not installed. */
export function ofTheBench<T>(name: 'bullmq' | 'pg-boss' | 'graphile-worker'): T | null {
  const require = createRequire(join(process.cwd(), 'bench', 'package.json'));
  try {
    return require(name) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

const rows = <T>(count: number, of: (n: number) => T) => Array.from({ length: count }, (_, n) => of(n));

/** BullMQ, one worker with a hundred jobs at once. @returns seconds. */
export async function bullMq(redis: TestRedis, jobs: number): Promise<number> {
  const { Queue, Worker } = ofTheBench<BullMq>('bullmq')!;
  const options = { connection: { host: '127.0.0.1', port: redis.port, maxRetriesPerRequest: null } };
  const name = `${QUEUE}-${process.hrtime.bigint()}`;
  const queue = new Queue(name, options);
  for (let from = 0; from < jobs; from += 1_000)
    await queue.addBulk(rows(Math.min(1_000, jobs - from), (n) => ({ name: 'remind', data: { n: from + n } })));
  let left = jobs;
  let finished = (): void => undefined;
  const allDone = new Promise<void>((resolve) => (finished = resolve));
  const work = async () => void ((left -= 1) === 0 && finished());
  const worker = new Worker(name, work, { ...options, concurrency: BATCH, autorun: false });
  await worker.waitUntilReady();
  const began = performance.now();
  void worker.run();
  await allDone;
  // Closing waits until the last jobs are written down as done.
  await worker.close();
  const seconds = (performance.now() - began) / 1000;
  await queue.close();
  return seconds;
}

/** pg-boss, jobs taken and finished in batches of 100. @returns seconds. */
export async function pgBoss(server: URL, jobs: number): Promise<number> {
  const Boss = ofTheBench<PgBoss>('pg-boss')!;
  const database = await makeDatabase(server, { migrate: false });
  const boss = new Boss({ connectionString: database.url, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  try {
    await boss.start();
    await boss.createQueue(QUEUE);
    for (let from = 0; from < jobs; from += 1_000)
      await boss.insert(rows(Math.min(1_000, jobs - from), (n) => ({ name: QUEUE, data: { n: from + n } })));
    await database.db.pool!.query('vacuum analyze');
    const began = performance.now();
    for (;;) {
      const taken = await boss.fetch(QUEUE, { batchSize: BATCH });
      if (taken.length === 0) break;
      await boss.complete(QUEUE, taken.map(({ id }) => id)); // prettier-ignore
    }
    return (performance.now() - began) / 1000;
  } finally {
    await boss.stop({ graceful: false, wait: true });
    await database.drop();
  }
}

/** As many as it has connections. */
const WORKERS = 24;

/** graphile-worker, as it is without settings for batches (those need a newer Node.js). @returns seconds. */
export async function graphileWorker(server: URL, jobs: number): Promise<number> {
  const { runMigrations, runOnce, Logger } = ofTheBench<GraphileWorker>('graphile-worker')!;
  const database = await makeDatabase(server, { migrate: false, poolSize: WORKERS });
  const { pool } = database.db;
  // Its own would still be closing when the database goes.
  const options = { pgPool: pool!, logger: new Logger(() => () => undefined), noHandleSignals: true };
  try {
    await runMigrations(options);
    await pool!.query("select graphile_worker.add_job('remind', json_build_object('n', n)) from generate_series(1, $1::int) n", [jobs]); // prettier-ignore
    await pool!.query('vacuum analyze');
    const began = performance.now();
    await runOnce({ ...options, concurrency: WORKERS, taskList: { remind: async () => undefined } });
    return (performance.now() - began) / 1000;
  } finally {
    await database.drop();
  }
}
