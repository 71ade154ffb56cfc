import type { Bench, BenchContext } from './bench';
import { drainEngine } from './drain';
import { median, ratioOf, type Figure } from './figure';
import { bullMq, graphileWorker, ofTheBench, pgBoss } from './other-queues';
import { isRedisHere, startRedis } from './redis';

/** Drains with the engine and with another queue in turn, each in its own kind of database. */
interface Rival {
  name: string;
  engine: ['SQLite', 'sqlite'] | ['PostgreSQL', URL];
  drain(jobs: number): Promise<number>;
  /** What is asked of the engine's rate over this one's. */
  least: number | null;
}

/** The same count of jobs that do nothing, by queues that others made: what the engine's promises cost beside them. */
export const queues: Bench = {
  name: 'queues',
  async run(context) {
    const { postgres, say } = context;
    const redis = isInstalled('bullmq', say) && isThere('Redis', isRedisHere(), say) ? await startRedis() : null;
    const rivals: Rival[] = [];
    if (redis)
      rivals.push({ name: 'BullMQ', engine: ['SQLite', 'sqlite'], drain: (jobs) => bullMq(redis, jobs), least: 1 });
    if (postgres && isInstalled('pg-boss', say))
      rivals.push({ name: 'pg-boss', engine: ['PostgreSQL', postgres], drain: (jobs) => pgBoss(postgres, jobs), least: 1 }); // prettier-ignore
    if (postgres && isInstalled('graphile-worker', say))
      rivals.push({ name: 'graphile-worker', engine: ['PostgreSQL', postgres], drain: (jobs) => graphileWorker(postgres, jobs), least: null }); // prettier-ignore
    try {
      return await measure(rivals, context);
    } finally {
      await redis?.stop();
    }
  },
};

async function measure(rivals: readonly Rival[], { quick, say }: BenchContext): Promise<Figure[]> {
  const jobs = quick ? 200 : 20_000;
  const rounds = quick ? 1 : 3;
  const figures: Figure[] = [];
  for (const { name, engine, drain, least } of rivals) {
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      say(`${name}, round ${round + 1} of ${rounds}: ${jobs.toLocaleString('en-GB')} jobs`);
      theirs.push(jobs / (await drain(jobs)));
      ours.push(jobs / (await drainEngine(engine[1], jobs)).seconds);
    }
    figures.push(ratioOf(`drain (${engine[0]}) beside ${name}`, 'messages/s', median(ours), median(theirs), least === null ? null : { least })); // prettier-ignore
  }
  return figures;
}

function isInstalled(name: Parameters<typeof ofTheBench>[0], say: BenchContext['say']): boolean {
  if (ofTheBench(name)) return true;
  say(`SKIPPED: ${name} is not installed (npm ci --prefix bench)`);
  return false;
}

function isThere(what: string, here: boolean, say: BenchContext['say']): boolean {
  if (!here) say(`SKIPPED: ${what} is not on this machine`);
  return here;
}
