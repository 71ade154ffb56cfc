import { lockDueMessages } from '@db/queries/messages.server';
import type { TestDatabase } from '../tests/support/new-database';
import { makeDatabase } from '../tests/support/new-database';
import type { Bench } from './bench';
import { median, ratioOf, type Figure } from './figure';

const NOW = 1_000_000;

/** The question that every worker asks every second, among messages of the future only: it may not grow with them. */
export const duePoll: Bench = {
  name: 'due-poll',
  async run({ quick, postgres, say }) {
    const sizes = quick ? [1_000, 10_000] : [10_000, 100_000, 1_000_000];
    const figures: Figure[] = [];
    for (const [label, server] of [
      ['SQLite', 'sqlite'],
      ['PostgreSQL', postgres],
    ] as const) {
      // prettier-ignore
      if (!server) continue;
      const databases: TestDatabase[] = [];
      for (const size of sizes) {
        say(`${label}, writing ${size.toLocaleString('en-GB')} messages of the future`);
        databases.push(await makeDatabase(server));
        await fill(databases.at(-1)!, size);
      }
      // In turn, so that whatever else the machine does is shared out fairly.
      const times: number[][] = sizes.map(() => []);
      for (let round = 0; round < (quick ? 5 : 60); round += 1)
        for (const [index, database] of databases.entries()) times[index]!.push(await timePolls(database, 20));
      const [first, ...rest] = times.map(median);
      for (const [index, value] of [first!, ...rest].entries()) {
        const name = `empty due poll among ${sizes[index]!.toLocaleString('en-GB')} (${label})`;
        figures.push(ratioOf(name, 'ms', value, first!, index === 0 ? null : { most: 1.5 }));
      }
      for (const database of databases) await database.drop();
    }
    return figures;
  },
};

async function fill({ db: { pool, sqlite } }: TestDatabase, size: number): Promise<void> {
  const numbers = pool
    ? `generate_series(1, ${size}) as numbers(n)`
    : `(with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${size}) select n from numbers)`;
  const statement = `insert into messages (id, purpose, attempt, language, status, fence, created_at, not_before, send_by)
    select 'm' || n, 'notice', 1, 'en', 'planned', 0, 0, ${NOW} + n, 2 * ${NOW} + n from ${numbers}`;
  if (pool) for (const sql of [statement, 'vacuum analyze messages']) await pool.query(sql);
  else sqlite!.exec(`${statement}; analyze;`);
}

/** Milliseconds per poll, over so many in one transaction: the transaction itself is not what is measured. */
async function timePolls({ db }: TestDatabase, polls: number): Promise<number> {
  return db.write(async (q) => {
    const began = performance.now();
    for (let n = 0; n < polls; n += 1) await lockDueMessages(q, NOW, 50);
    return (performance.now() - began) / polls;
  });
}
