import { setImmediate as turnOver } from 'node:timers/promises';
import { sendDue } from '~/services/send-due.server';
import { testDeps } from '../tests/support/deps';
import { fillLedger } from '../tests/support/full-ledger';
import { fakeClock } from '../tests/support/fake-clock';
import { makeDatabase } from '../tests/support/new-database';
import type { Bench } from './bench';
import { countOf, median, ratioOf, type Figure } from './figure';
import { noOpSender } from './no-op-sender';
import { rawPostgres, rawSqlite } from './raw-queues';

const NOW = Date.parse('2026-11-24T10:00:00Z');

/** A morning's reminders, all due at once, to a provider that answers at once; beside a bare queue in the same database. */
export const drain: Bench = {
  name: 'drain',
  async run({ quick, postgres, say }) {
    const messages = quick ? 200 : 20_000;
    const rounds = quick ? 1 : 3;
    const figures: Figure[] = [];
    for (const [label, server, raw, least] of [
      ['SQLite', 'sqlite', rawSqlite, 0.25],
      ['PostgreSQL', postgres, rawPostgres, 0.4],
    ] as const) {
      if (!server) continue;
      const engine: number[] = [];
      const processor: number[] = [];
      const bare: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        say(`${label}, round ${round + 1} of ${rounds}: ${messages.toLocaleString('en-GB')} messages`);
        const { seconds, processorMs } = await drainEngine(server, messages);
        engine.push(messages / seconds);
        processor.push(processorMs / messages);
        bare.push(messages / (await raw(server, messages)));
      }
      figures.push(
        ratioOf(`drain ${messages.toLocaleString('en-GB')} (${label})`, 'messages/s', median(engine), median(bare), { least }), // prettier-ignore
        // Of this process alone; unlike the rate it says the same on a busy machine.
        countOf(`processor time of a drained message (${label})`, 'ms', median(processor), null),
      );
    }
    return figures;
  },
};

/** By one worker, which has two rounds under way at a time, as its timetable has. */
export async function drainEngine(
  server: 'sqlite' | URL,
  messages: number,
): Promise<{ seconds: number; processorMs: number }> {
  const database = await makeDatabase(server);
  let taken = 0;
  try {
    await fillLedger(database, messages, NOW);
    const deps = testDeps(database.db, { clock: fakeClock(NOW), senders: [noOpSender({ took: () => (taken += 1) })] });
    const began = performance.now();
    const idle = process.cpuUsage();
    await Promise.all(
      [sendDue(deps), sendDue(deps)].map(async (round) => {
        // The timetable rests where there is nothing to do; here the other round has the turn.
        while (taken < messages) if (!(await round('bench'))) await turnOver();
      }),
    );
    const { user, system } = process.cpuUsage(idle);
    return { seconds: (performance.now() - began) / 1000, processorMs: (user + system) / 1000 };
  } finally {
    await database.drop();
  }
}
