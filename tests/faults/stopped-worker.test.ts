import { once } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Dialect } from '@db/client.server';
import { makeKillLedger } from '../support/kill-ledger';
import { buildWorker, liveOnce, removeWorker, untilStopped, withMoments, type Moment } from '../support/worker-lives';

const LANES = 3;

/** Whether a process stands still is read where Linux says it. */
describe.runIf(process.platform === 'linux')(
  'a worker that stands still past its lease (SIGSTOP), is replaced, and goes on (SIGCONT)',
  () => {
    beforeAll(buildWorker);
    afterAll(removeWorker);

    it('hands over and records nothing any more (SQLite)', () => stopEverywhere('sqlite'));
    it.skipIf(!inject('postgresUrl'))('and so with PostgreSQL', () => stopEverywhere('postgres'));
  },
);

/**
 * Wherever no transaction is open: one that stands still in a transaction keeps the others out, which is another matter.
 * And not in the instant in which the request is on its way to the socket: the last look is behind it and nobody has the
 * message, so two minutes of standing still right there are the one gap that a provider without idempotency keys leaves.
 */
function isBetween({ label }: Moment): boolean {
  const place = label.split(':')[0]!;
  if (label.includes('POST is ready') || label.includes('during')) return false;
  return ['slot', 'send', 'ask', 'send-claimed'].includes(place) || /(before BEGIN|after COMMIT)/.test(label);
}

const stopEverywhere = (dialect: Dialect) =>
  withMoments(dialect, makeKillLedger, async (ledger, moments) => {
    const jobs = moments
      .filter(isBetween)
      .flatMap((moment) => [...new Set([1, moment.times])].map((occurrence) => ({ moment, occurrence })));
    const count = jobs.length;
    const wrong: string[] = [];
    const lane = async () => {
      for (let job = jobs.shift(); job; job = jobs.shift()) {
        const { moment, occurrence } = job;
        const strike = { point: moment.point, occurrence, concurrency: 1, signal: 'SIGSTOP' as const };
        let stopped = false;
        let before: unknown;
        let after: unknown;
        const { faults } = await liveOnce(ledger, strike, async (worker, { finish, ledger: record }) => {
          stopped = await untilStopped(worker);
          await finish();
          before = await record();
          worker.kill('SIGCONT');
          if (worker.exitCode === null) await once(worker, 'exit');
          after = await record();
        });
        if (!isDeepStrictEqual(before, after)) faults.push('what it did late is on record');
        if (!stopped) faults.push('it was not stopped');
        if (faults.length > 0) wrong.push(`${moment.label} (${occurrence}): ${faults.join('; ')}`);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    console.log(`${dialect}: stopped in ${count} places, ${wrong.length} went wrong`);
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(20);
  });
