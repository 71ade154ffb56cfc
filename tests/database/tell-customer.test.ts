import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, HOUR } from '~/domain/clock';
import { tellCustomer, type Telling } from '~/services/tell-customer.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine } from '../support/engine';

describeOnBothDatabases('telling a customer something', (dialect) => {
  let database: TestDatabase;
  let engine: Awaited<ReturnType<typeof anEngine>>;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
  });
  afterEach(() => database.drop());

  type Fields = Parameters<typeof engine.customer>[0];
  async function tell(fields: Fields, telling: Partial<Telling> = {}) {
    const { id: customerId } = await engine.customer(fields);
    return engine.deps.db.write((q) =>
      tellCustomer(q, engine.deps, {
        ...{ customerId, purpose: 'notice', sendBy: engine.deps.clock.now() + DAY, requestId: null },
        write: ({ channel, customer }) => ({ subject: channel === 'email' ? 'News' : null, body: customer.firstName }),
        ...telling,
      }),
    );
  }
  const written = () => engine.deps.db.read((q) => q.select().from(q.tables.messages));

  it('takes a text first, and the worker sends it', async () => {
    expect(await tell({ mobile: '+447700900123', email: 'aled@mail.example' })).toBe(true);
    await engine.send();
    expect(engine.sms.sent).toMatchObject([{ recipient: '+447700900123', body: 'Aled', subject: null }]);
  });
  it('takes an email where that is what they prefer, with a subject', async () => {
    await tell({ mobile: '+447700900123', email: 'aled@mail.example', preferredChannel: 'email' });
    await engine.send();
    expect(engine.email.sent).toMatchObject([{ recipient: 'aled@mail.example', subject: 'News' }]);
  });
  it('says that there is no way, and writes nothing', async () => {
    expect(await tell({ landline: '+441632960123' })).toBe(false);
    expect(await tell({ mobile: '+447700900124', noMessages: true })).toBe(false);
    expect(await written()).toEqual([]);
  });
  it('waits for the morning, and is not written where that would be too late', async () => {
    const night = Date.parse('2026-11-24T22:30:00Z');
    await tell({ mobile: '+447700900123' }, { from: night, sendBy: night + DAY });
    expect(await written()).toMatchObject([{ notBefore: Date.parse('2026-11-25T08:00:00Z') }]);
    expect(await tell({ mobile: '+447700900125' }, { from: night, sendBy: night + HOUR })).toBe(false);
  });
});
