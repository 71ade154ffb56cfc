import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '@db/client.server';
import { DAY, HOUR } from '~/domain/clock';
import { keptSince } from '~/domain/messaging/kept-since';
import { forgetOldMessages } from '~/services/forget-old-messages.server';
import { saveAppointments } from '~/services/save-appointments.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { told, type TestDiary } from '../support/diary';
import { anEngine, type TestEngine } from '../support/engine';

const MONTHS = 13;

describeOnBothDatabases('old messages', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let numbers = 10;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
  });
  afterEach(() => database.drop());

  const forget = (batch = 200) => forgetOldMessages(engine.deps, MONTHS, batch)();
  const ids = async () =>
    (await database.db.read((q) => q.select({ id: q.tables.messages.id }).from(q.tables.messages))).map(({ id }) => id);

  /** A reminder that was sent now and arrived; a year and more goes by until it is looked at. */
  async function arrived(fields: Parameters<TestEngine['due']>[0] = {}) {
    const customerId = (await engine.customer({ mobile: `+4477009001${(numbers += 1)}` })).id;
    const sent = await engine.due({ customerId, ...fields });
    await engine.send();
    const finishedAt = engine.deps.clock.now();
    await database.db.write(async (q) => {
      const { messages } = q.tables;
      await q.update(messages).set({ status: 'delivered', finishedAt }).where(eq(messages.id, sent.message.id));
    });
    return sent;
  }

  const wait = (more = DAY) => {
    const { clock } = engine.deps;
    const began = clock.now();
    while (keptSince(clock.now(), MONTHS) <= began) clock.advance(DAY);
    clock.advance(more);
  };

  it('are kept for thirteen months, then go with their events', async () => {
    const { message } = await arrived();
    engine.deps.clock.advance(390 * DAY);
    expect(await forget()).toEqual({ count: 0, more: false });
    wait();
    expect(await forget()).toEqual({ count: 1, more: false });
    expect(await ids()).toEqual([]);
    expect(await engine.events(message.id)).toEqual([]);
  });

  it('stay while they have not ended, their meeting is still to come, or a call about them is open', async () => {
    const startsAt = engine.deps.clock.now() + 700 * DAY;
    const far = await arrived({ appointment: { startsAt, endsAt: startsAt + HOUR } });
    const open = await arrived();
    const unended = await engine.due({ notBefore: engine.deps.clock.now() + DAY });
    await aCall(open, null);
    wait();
    expect(await forget()).toEqual({ count: 0, more: false });
    expect((await ids()).sort()).toEqual([far, open, unended].map(({ message }) => message.id).sort());
  });

  async function aCall({ message, customerId }: Awaited<ReturnType<typeof arrived>>, doneAt: number | null) {
    const at = engine.deps.clock.now();
    const id = engine.deps.newId();
    await database.db.write((q) =>
      q.insert(q.tables.callList).values({
        ...{ id, officeId: engine.office.id, customerId, messageId: message.id, reason: 'not_delivered', cause: id },
        ...{ dueAt: at, createdAt: at, doneAt },
      }),
    );
  }

  it('leave behind the calls that were made because of them, and the reminders', async () => {
    const sent = await arrived();
    await aCall(sent, engine.deps.clock.now());
    wait();
    expect(await forget()).toMatchObject({ count: 1 });
    const { calls, reminders } = await database.db.read(async (q) => ({
      calls: await q.select().from(q.tables.callList),
      reminders: await q.select().from(q.tables.reminders),
    }));
    expect(calls).toMatchObject([{ messageId: null, reason: 'not_delivered' }]);
    expect(reminders).toHaveLength(1);
  });

  it('are not sent anew when the same appointment comes in again', async () => {
    const customer = await engine.customer();
    const diary = { office: engine.office, adviser: engine.adviser, customer } as TestDiary;
    const item = told(engine.deps, diary);
    const save = () =>
      database.db.write((q) => saveAppointments(q, engine.deps, [item], { kind: 'import', id: null }, 'request-1'));
    await save();
    for (let day = 0; day < 9; day += 1, engine.deps.clock.advance(DAY)) while (await engine.send());
    const sent = engine.sms.sent.length;
    expect(sent).toBeGreaterThan(1);
    const { messages } = database.db.tables;
    await database.db.write((q) =>
      q.update(messages).set({ status: 'delivered', finishedAt: engine.deps.clock.now() }),
    );
    wait();
    await forget();
    expect(await ids()).toEqual([]);
    expect(await save()).toMatchObject([{ result: 'unchanged' }]);
    while (await engine.send());
    expect(engine.sms.sent).toHaveLength(sent);
    expect(await ids()).toEqual([]);
  });

  it('go a batch at a time', async () => {
    for (let n = 0; n < 5; n += 1) await arrived();
    wait();
    expect(await forget(2)).toEqual({ count: 2, more: true });
    expect(await forget(2)).toEqual({ count: 2, more: true });
    expect(await forget(2)).toEqual({ count: 1, more: false });
  });

  it.runIf(dialect === 'postgres')('that somebody has in hand are left out, and nobody waits', async () => {
    const [held, called, free] = [await arrived(), await arrived(), await arrived()];
    await aCall(called, engine.deps.clock.now());
    wait();
    const other = openDatabase(database.url, { lockPatienceMs: 100 });
    const client = await other.pool!.connect();
    await client.query('begin');
    await client.query('select 1 from messages where id = $1 for update', [held.message.id]);
    await client.query('select 1 from call_list where message_id = $1 for update', [called.message.id]);
    expect(await forget()).toEqual({ count: 1, more: false });
    expect(await ids()).not.toContain(free.message.id);
    await client.query('commit');
    client.release();
    await other.close();
    expect(await forget()).toEqual({ count: 2, more: false });
  });
});
