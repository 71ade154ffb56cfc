import { lockDueMessages } from '@db/queries/messages.server';
import { claimDue } from '~/services/claim-due.server';
import { testDeps } from '../tests/support/deps';
import { fakeClock } from '../tests/support/fake-clock';
import { fillLedger } from '../tests/support/full-ledger';
import { makeDatabase, type TestDatabase } from '../tests/support/new-database';
import type { Bench } from './bench';
import { median, ratioOf, type Figure } from './figure';
import { noOpSender } from './no-op-sender';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const CLAIM = 50;

/** What every worker asks every second, and a claim, among messages of the future: neither may grow with them. */
export const duePoll: Bench = {
  name: 'due-poll',
  async run({ quick, postgres, say }) {
    const sizes = quick ? [1_000, 10_000] : [10_000, 100_000, 1_000_000];
    const claims = quick ? 3 : 25;
    const figures: Figure[] = [];
    for (const [label, server] of [
      ['SQLite', 'sqlite'],
      ['PostgreSQL', postgres],
    ] as const) {
      if (!server) continue;
      const databases: TestDatabase[] = [];
      for (const size of sizes) {
        say(`${label}, writing ${size.toLocaleString('en-GB')} messages of the future`);
        databases.push(await makeDatabase(server));
        await fill(databases.at(-1)!, size);
      }
      const tell = (what: string, times: number[][]) => {
        const [first, ...rest] = times.map(median);
        for (const [index, value] of [first!, ...rest].entries()) {
          const name = `${what} among ${sizes[index]!.toLocaleString('en-GB')} (${label})`;
          figures.push(ratioOf(name, 'ms', value, first!, index === 0 ? null : { most: 1.5 }));
        }
      };
      tell('empty due poll', await inTurn(quick ? 5 : 60, databases.map((one) => () => timePolls(one, 20)))); // prettier-ignore
      for (const database of databases) {
        await fillLedger(database, claims * CLAIM, NOW);
        await analyze(database);
      }
      tell(`claim of ${CLAIM}`, await inTurn(claims, databases.map(timeClaims)));
      for (const database of databases) await database.drop();
    }
    return figures;
  },
};

/** Each once, then each once more, so that whatever else the machine does is shared out fairly. @returns the times of each. */
async function inTurn(rounds: number, timed: (() => Promise<number>)[]): Promise<number[][]> {
  const times: number[][] = timed.map(() => []);
  for (let round = 0; round < rounds; round += 1)
    for (const [index, time] of timed.entries()) times[index]!.push(await time());
  return times;
}

async function fill(database: TestDatabase, size: number): Promise<void> {
  const { pool, sqlite } = database.db;
  const numbers = pool
    ? `generate_series(1, ${size}) as numbers(n)`
    : `(with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${size}) select n from numbers)`;
  const statement = `insert into messages (id, purpose, attempt, language, status, fence, created_at, not_before, send_by)
    select 'm' || n, 'notice', 1, 'en', 'planned', 0, 0, ${NOW} + n * 1000, ${NOW} + 1000000 + n * 1000 from ${numbers}`;
  if (pool) await pool.query(statement);
  else sqlite!.exec(statement);
  await analyze(database);
}

async function analyze({ db: { pool, sqlite } }: TestDatabase): Promise<void> {
  if (pool) await pool.query('vacuum analyze');
  else sqlite!.exec('analyze');
}

/** Milliseconds per poll, over so many in one transaction: the transaction itself is not what is measured. */
async function timePolls({ db }: TestDatabase, polls: number): Promise<number> {
  return db.write(async (q) => {
    const began = performance.now();
    for (let n = 0; n < polls; n += 1) await lockDueMessages(q, NOW, CLAIM);
    return (performance.now() - began) / polls;
  });
}

/** Milliseconds for a claim, with its commit. */
function timeClaims({ db }: TestDatabase): () => Promise<number> {
  const claim = claimDue(testDeps(db, { clock: fakeClock(NOW), senders: [noOpSender()] }));
  return async () => {
    const began = performance.now();
    const { batch } = await claim({ worker: 'bench', limit: CLAIM });
    const took = performance.now() - began;
    if (batch.length !== CLAIM) throw new Error(`only ${batch.length} messages were claimed`);
    return took;
  };
}
