import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { MINUTE, SECOND } from '~/domain/clock';
import { runChaos, type ChaosResult } from '../support/chaos/run-chaos';
import { makeDatabase } from '../support/new-database';
import { startPostgres } from '../support/postgres';

const USAGE = `Usage: npm run chaos -- [--minutes 10] [--seed N] [--database postgres|sqlite]

Two portals and four workers of the build (npm run build) on one database, under mixed load, of which a random one is killed
every few seconds. Prints what was broken of what is promised; exit code 1 when something was.`;

function read(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: { minutes: { type: 'string' }, seed: { type: 'string' }, database: { type: 'string' } },
    });
    const minutes = Number(values.minutes ?? 10);
    const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
    const database = values.database ?? 'postgres';
    if (!(minutes > 0 && minutes <= 60)) throw new Error('--minutes must be from 0.2 to 60.');
    if (!Number.isInteger(seed)) throw new Error('--seed must be a whole number.');
    if (database !== 'postgres' && database !== 'sqlite') throw new Error('--database must be postgres or sqlite.');
    return { minutes, seed, database } as const;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return null;
  }
}

/** @returns the exit code: 0 when every promise was kept, 1 when one was broken, 2 for wrong use. */
async function main(args: string[]): Promise<number> {
  const asked = read(args);
  if (!asked) return 2;
  const { minutes, seed, database } = asked;
  console.log(`seed ${seed} (--seed ${seed} repeats what is killed and when), ${minutes} minutes, ${database}`);
  const server = database === 'postgres' ? await startPostgres() : null;
  const place = await makeDatabase(server ? new URL(server.url) : 'sqlite');
  try {
    const result = await runChaos({
      ...{ databaseUrl: place.url, seed, lasting: minutes * MINUTE, portals: 2, workers: 4 },
      size: { advisers: 6, customersEach: 40, quiet: Math.min(700, Math.round(70 * minutes)) },
      ...{ customersAtOnce: 6, advisersAtOnce: 1, thinkFor: SECOND, killEvery: 5 * SECOND, settleFor: 6 * MINUTE },
      say: (line) => console.log(line),
    });
    console.log(summaryOf(result));
    return Object.values(result.broken).some((cases) => cases.length > 0) ? 1 : 0;
  } finally {
    await place.drop();
    await server?.stop();
  }
}

function summaryOf({ tally, broken, figures, kills, portalKills, complaints }: ChaosResult): string {
  const { requests, excused, repeats, errors } = tally.totals();
  const ms = (value: number) => `${Math.round(value)} ms`.padStart(9);
  return [
    `\nkilled: ${portalKills} portals, ${kills - portalKills} workers`,
    `at the end ${loadavg()[1]!.toFixed(1)} processes wanted to run, on ${cpus().length} processors`,
    `requests: ${requests}; lost with the portal that had them: ${excused}; given to another portal: ${repeats}; failed otherwise: ${errors} (${((100 * errors) / requests).toFixed(3)} %)`,
    `answers: ${[...tally.statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status} × ${count}`).join(', ')}`, // prettier-ignore
    `reminders due: ${figures.dueReminders}; messages that went out: ${figures.wentOut} (texts ${figures.texts}, emails ${figures.emails}); calls to make: ${figures.calls}; entries of the audit trail: ${figures.entries}`,
    `acts to be found on record: ${tally.facts.length}`,
    `\n${'what people did'.padEnd(50)}    count`,
    ...[...tally.counts].toSorted().map(([what, count]) => `${what.padEnd(50)}${String(count).padStart(9)}`),
    `\n${'request'.padEnd(50)}    count      p50      p99`,
    ...tally.times().map(({ route, count, p50, p99 }) => `${route.padEnd(50)}${String(count).padStart(9)}${ms(p50)}${ms(p99)}`), // prettier-ignore
    ...(errors > 0 ? ['\nfailed although no killed process had them', ...tally.errors.slice(0, 20)] : []),
    ...(complaints.size > 0 ? ['\nlogged as errors', ...[...complaints].map(([what, count]) => `${count} × ${what}`)] : []), // prettier-ignore
    `\n${'promise broken'.padEnd(50)}    count`,
    ...Object.entries(broken).flatMap(([what, cases]) => [
      `${what.padEnd(50)}${String(cases.length).padStart(9)}`,
      ...cases.slice(0, 20).map((one) => `    ${one}`),
    ]),
  ].join('\n');
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
