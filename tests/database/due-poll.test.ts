import pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  findOldestDue,
  lockAbandonedMessages,
  lockDueMessages,
  lockUnknownMessages,
} from '@db/queries/messages.server';
import { countDueMessages, countEndedMessages, countUnknownMessages } from '@db/queries/operations.server';
import { listTellings } from '@db/queries/trouble.server';
import type { Queryable } from '@db/client.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';

const FUTURE = 200_000;
const NOW = 1_000_000;

/** The worker asks these once a second or so, for as long as it lives. */
const POLLS: [string, string, (q: Queryable) => Promise<unknown>][] = [
  ['due messages', 'messages_due', (q) => lockDueMessages(q, NOW, 50)],
  ['the longest-waiting one', 'messages_due', (q) => findOldestDue(q, NOW)],
  ['abandoned messages', 'messages_leased', (q) => lockAbandonedMessages(q, NOW, 50)],
  ['unknown messages', 'messages_leased', (q) => lockUnknownMessages(q, NOW, 50)],
  // And whoever watches, every few seconds.
  ['those that ended lately', 'messages_ended', (q) => countEndedMessages(q, NOW)],
  ['how many are due', 'messages_due', (q) => countDueMessages(q, { now: NOW, lateBefore: NOW })],
  ['how many are unknown', 'messages_leased', (q) => countUnknownMessages(q)],
];

describeOnBothDatabases(`among ${FUTURE} messages of the future`, (dialect) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await newDatabase(dialect);
    const { pool, sqlite } = database.db;
    const numbers = pool
      ? `generate_series(1, ${FUTURE}) as numbers(n)`
      : `(with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${FUTURE}) select n from numbers)`;
    // One in a thousand is due, and one in a thousand was left behind.
    const fill = `insert into messages
      (id, purpose, attempt, language, status, fence, created_at, not_before, send_by, lease_until)
      select 'm' || n, 'notice', 1, 'en', case n % 1000 when 1 then 'claimed' else 'planned' end, 0, 0,
        case n % 1000 when 0 then n else ${NOW} + n end, 2 * ${NOW} + n, case n % 1000 when 1 then n else null end
      from ${numbers}`;
    if (pool) for (const statement of [fill, 'analyze messages']) await pool.query(statement);
    else sqlite!.exec(fill);
  });
  afterAll(() => database.drop());

  /** What the database means to do for the last statement that `poll` gave it. */
  async function planOf(poll: (q: Queryable) => Promise<unknown>): Promise<string> {
    const { pool, sqlite } = database.db;
    if (!pool) {
      const prepare = vi.spyOn(sqlite!, 'prepare');
      await database.db.write(poll);
      const statement = prepare.mock.lastCall![0];
      prepare.mockRestore();
      const params = Array.from({ length: statement.split('?').length - 1 }, () => NOW);
      const steps = sqlite!.prepare(`explain query plan ${statement}`).all(...params) as { detail: string }[];
      return steps.map((step) => step.detail).join('\n');
    }
    const query = vi.spyOn(pg.Client.prototype, 'query');
    await database.db.write(poll);
    const calls = query.mock.calls as unknown as [{ text?: string } | string, unknown[]?][];
    const asked = calls.findLast(([what]) => typeof what === 'object' && what.text?.startsWith('select'))!;
    query.mockRestore();
    const plan = await pool.query(`explain ${(asked[0] as { text: string }).text}`, asked[1]);
    return (plan.rows as { 'QUERY PLAN': string }[]).map((row) => row['QUERY PLAN']).join('\n');
  }

  it.each(POLLS)('%s are found through the index %s', async (_what, index, poll) => {
    const plan = await planOf(poll);
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan|^SCAN messages$/m);
  });

  it('what is in trouble is found by the meetings of the next days, not by looking through all messages', async () => {
    const plan = await planOf((q) => listTellings(q, { officeId: 'office', from: NOW, to: 2 * NOW }));
    expect(plan).toContain('messages_reminder');
    expect(plan).not.toMatch(/Seq Scan on messages|SCAN messages/);
  });
});
