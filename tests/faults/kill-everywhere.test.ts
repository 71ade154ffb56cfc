import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Dialect } from '@db/client.server';
import { makeKillLedger } from '../support/kill-ledger';
import { makeOfferLedger } from '../support/offer-ledger';
import { buildWorker, liveOnce, removeWorker, withMoments } from '../support/worker-lives';

/** How often a worker is killed at each moment. With `npm run kills`, 50 times, which takes most of an hour. */
const RUNS = Number(process.env.KILL_RUNS ?? 1);
/** A life on PostgreSQL has more moments and costs more. */
const RUNS_ON_POSTGRES = Math.ceil(RUNS / 5);
/** What comes before the sending; how that goes is seen above. */
const RUNS_WITH_OFFERS = Math.ceil(RUNS / 5);
const LANES = 3;

describe('a worker that is killed with SIGKILL at each await of the send path', () => {
  beforeAll(buildWorker);
  afterAll(removeWorker);

  const timeout = RUNS > 10 ? 7_200_000 : 600_000;
  it(`loses nothing and sends nothing twice or late: ${RUNS} runs each (SQLite)`, { timeout }, () =>
    killEverywhere('sqlite', RUNS),
  );
  it.skipIf(!inject('postgresUrl'))(`and so with PostgreSQL: ${RUNS_ON_POSTGRES} runs each`, { timeout }, () =>
    killEverywhere('postgres', RUNS_ON_POSTGRES),
  );

  const also = `keeps each time that has come free for those who are asked, once: ${RUNS_WITH_OFFERS} runs each`;
  it(`${also} (SQLite)`, { timeout }, () => killEverywhere('sqlite', RUNS_WITH_OFFERS, makeOfferLedger));
  it.skipIf(!inject('postgresUrl'))(`${also} (PostgreSQL)`, { timeout }, () =>
    killEverywhere('postgres', RUNS_WITH_OFFERS, makeOfferLedger),
  );
});

const killEverywhere = (dialect: Dialect, runs: number, make = makeKillLedger) =>
  withMoments(dialect, make, async (ledger, all) => {
    // Of a life with offers, the part before it sends.
    const moments = ledger.offers ? all.slice(0, 1 + all.findIndex(({ label }) => label.startsWith('claim-due'))) : all;
    const began = Date.now();
    // Of a usual run's single kills, every other one is of a worker that has several messages on their way.
    const jobs = moments.flatMap((moment, place) =>
      Array.from({ length: runs }, (_, run) => ({ moment, run, several: (run + place) % 2 === 1 })),
    );
    const sum = { killed: 0, lost: 0, twice: 0, late: 0 };
    const wrong: string[] = [];
    const lane = async () => {
      for (let job = jobs.shift(); job; job = jobs.shift()) {
        const { moment, run, several } = job;
        // Another message of the batch each time, alone or with others on their way.
        const occurrence = 1 + (run % moment.times);
        const killedWith = async (concurrency: number) => {
          let killed = false;
          const strike = { point: moment.point, occurrence, concurrency, signal: 'SIGKILL' as const };
          const reckoning = await liveOnce(ledger, strike, async (worker) => {
            const [, signal] = (await once(worker, 'exit')) as [number | null, string | null];
            killed = signal === 'SIGKILL';
          });
          return { ...reckoning, killed };
        };
        let life = await killedWith(several ? 4 : 1);
        // What several do together comes by less often than when each does it alone.
        if (!life.killed && life.faults.length === 0) life = await killedWith(1);
        const { killed, faults, lost, twice, late } = life;
        sum.killed += killed ? 1 : 0;
        sum.lost += lost;
        sum.twice += twice;
        sum.late += late;
        if (!killed) faults.push('it was not killed');
        if (faults.length > 0) wrong.push(`${moment.label}, run ${run}: ${faults.join('; ')}`);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    const { killed, lost, twice, late } = sum;
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(
      `${dialect}: ${moments.length} moments, ${runs} runs each, ${killed} workers killed in ${seconds} s; ` +
        `lost ${lost}, twice ${twice}, late ${late}`,
    );
    expect(wrong, wrong.join('\n')).toEqual([]);
    expect(sum).toEqual({ killed: moments.length * runs, lost: 0, twice: 0, late: 0 });
    // Should the watching ever go blind, this says so.
    expect(moments.length).toBeGreaterThan(ledger.offers ? 30 : 40);
  });
