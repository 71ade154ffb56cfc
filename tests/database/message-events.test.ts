import { afterEach, beforeEach, expect, it } from 'vitest';
import { insertMessageEvents, type NewMessageEvent } from '@db/queries/message-events.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { fillLedger } from '../support/full-ledger';

describeOnBothDatabases('news about messages', (dialect) => {
  let database: TestDatabase;
  beforeEach(async () => void (database = await newDatabase(dialect)));
  afterEach(() => database.drop());

  it('is kept once for each key, and which of it was new is said', async () => {
    await fillLedger(database, 2, Date.parse('2026-11-24T10:00:00Z'));
    const { db } = database;
    const [message] = await db.read((q) => q.select().from(q.tables.messages));
    const news = (id: string, newsKey: string, detail: string | null = null): NewMessageEvent => ({
      ...{ id, messageId: message!.id, at: 1, status: 'sent', source: 'callback', newsKey, detail },
    });
    const tell = (events: NewMessageEvent[]) => db.write((q) => insertMessageEvents(q, events));

    expect(await tell([news('a', 'sent'), news('b', 'delivered', 'in two words')])).toEqual(['a', 'b']);
    expect(await tell([news('c', 'sent'), news('d', 'failed'), news('e', 'failed')])).toEqual(['d']);
    expect(await tell([news('a', 'another')])).toEqual([]);
    expect(await tell([])).toEqual([]);
    const kept = await db.read((q) => q.select().from(q.tables.messageEvents));
    expect(kept.map(({ id, newsKey, detail }) => [id, newsKey, detail]).sort()).toEqual([
      ['a', 'sent', null],
      ['b', 'delivered', 'in two words'],
      ['d', 'failed', null],
    ]);
  });
});
