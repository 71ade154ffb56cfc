import { setTimeout as pause } from 'node:timers/promises';
import { sendDue } from '~/services/send-due.server';
import { testDeps } from '../tests/support/deps';
import { fakeClock } from '../tests/support/fake-clock';
import { fillLedger } from '../tests/support/full-ledger';
import { makeDatabase } from '../tests/support/new-database';
import type { Bench } from './bench';
import { ratioOf, type Figure } from './figure';
import { noOpSender } from './no-op-sender';

const NOW = Date.parse('2026-11-24T10:00:00Z');

/** How much of what a provider allows is used, by one worker and by several that share one database. */
export const rate: Bench = {
  name: 'rate',
  async run({ quick, postgres, say }) {
    const perSecond = 50;
    const seconds = quick ? 3 : 20;
    const figures: Figure[] = [];
    for (const [label, server, workers] of [
      ['SQLite, 1 worker', 'sqlite', 1],
      ['SQLite, 4 workers', 'sqlite', 4],
      ['SQLite, 8 workers', 'sqlite', 8],
      ['PostgreSQL, 1 worker', postgres, 1],
      ['PostgreSQL, 4 workers', postgres, 4],
      ['PostgreSQL, 8 workers', postgres, 8],
    ] as const) {
      if (!server) continue;
      say(`${label}: ${perSecond} a second for ${seconds} s`);
      const used = await measure(server, workers, perSecond, seconds);
      figures.push(ratioOf(`rate used of ${perSecond}/s (${label})`, 'messages/s', used, perSecond, { least: 0.98 }));
    }
    return figures;
  },
};

/** Messages a second, from the first hand-over to the last, without the second's worth that may go at once. */
async function measure(server: 'sqlite' | URL, workers: number, perSecond: number, seconds: number): Promise<number> {
  const database = await makeDatabase(server);
  try {
    const messages = perSecond * seconds;
    await fillLedger(database, messages, NOW);
    const at: number[] = [];
    const began = performance.now();
    // Office hours, and as much time as really passes.
    const clock = { ...fakeClock(NOW), now: () => NOW + Math.floor(performance.now() - began) };
    const senders = () => [noOpSender({ perSecond, took: () => void at.push(performance.now()) })];
    const rounds = Array.from({ length: workers }, () => sendDue(testDeps(database.db, { clock, senders: senders() })));
    await Promise.all(
      rounds.map(async (round, n) => {
        while (at.length < messages) if (!(await round(`worker-${n}`))) await pause(20);
      }),
    );
    const [first, last] = [at[0]!, at.at(-1)!];
    return (messages - perSecond) / ((last - first) / 1000);
  } finally {
    await database.drop();
  }
}
