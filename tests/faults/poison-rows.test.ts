import { eq, sql, type SQL } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Queryable } from '@db/client.server';
import { MINUTE } from '~/domain/clock';
import { queueMessage } from '~/services/queue-message.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';

const OTHERS = 6;

interface Victim {
  customerId: string;
  appointmentId: string;
  messageId: string;
  reminderId: string;
  adviserId: string;
}

/** Past Drizzle, which would not write such things. */
function run(q: Queryable, statement: SQL): Promise<unknown> {
  const raw = q as unknown as { run(statement: SQL): Promise<unknown>; execute(statement: SQL): Promise<unknown> };
  return q.dialect === 'sqlite' ? raw.run(statement) : raw.execute(statement);
}

/** What no version of this program writes: a key lost, a hand in the database, a newer version before a way back. */
const POISONS: [string, (q: Queryable, victim: Victim) => Promise<unknown>][] = [
  ['a number that cannot be opened', (q, { customerId }) => q.update(q.tables.contactPoints).set({ value: 'v1.not-sealed-with-this-key' }).where(eq(q.tables.contactPoints.customerId, customerId))], // prettier-ignore
  ['a rule that is not known', (q, { reminderId }) => run(q, sql`update reminders set rule = 'two_weeks_before' where id = ${reminderId}`)], // prettier-ignore
  ['a language that is not known', (q, { customerId }) => run(q, sql`update customers set language = 'gd' where id = ${customerId}`)], // prettier-ignore
  ['a mode that is not known', (q, { appointmentId }) => run(q, sql`update appointments set mode = 'hologram' where id = ${appointmentId}`)], // prettier-ignore
  ['a kind of contact that is not known', (q, { customerId }) => run(q, sql`update contact_points set kind = 'pager' where customer_id = ${customerId}`)], // prettier-ignore
  ['a time zone that is none', (q, { appointmentId }) => run(q, sql`update offices set time_zone = 'Mars/Olympus' where id = (select office_id from appointments where id = ${appointmentId})`)], // prettier-ignore
  ['a preferred channel that is not known', (q, { customerId }) => run(q, sql`update customers set preferred_channel = 'pigeon' where id = ${customerId}`)], // prettier-ignore
  ['a policy that is not known', (q, { reminderId }) => run(q, sql`update reminders set policy = 'mars-7' where id = ${reminderId}`)], // prettier-ignore
];

describeOnBothDatabases('one row that cannot be read', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
  });
  afterEach(() => database.drop());

  /** Whoever is poisoned comes first in the order of urgency, and has an office of their own. */
  async function people() {
    const { deps } = engine;
    const now = deps.clock.now();
    const made = [];
    for (let n = 0; n <= OTHERS; n += 1) {
      const customerId = (await engine.customer({ mobile: `+4477009000${String(n).padStart(2, '0')}` })).id;
      made.push(await engine.due({ customerId, sendBy: now + (60 + n) * MINUTE }));
    }
    return made;
  }

  it.each(POISONS)(
    '%s: all others are sent to, and somebody phones this person, or the text goes all the same',
    async (_what, poison) => {
      const [first, ...others] = await people();
      const row = await engine.row(first!.message.id);
      const office = { ...engine.office, id: engine.deps.newId(), ref: 'POISONED' };
      await database.db.write(async (q) => {
        await q.insert(q.tables.offices).values(office);
        await q.update(q.tables.appointments).set({ officeId: office.id }).where(eq(q.tables.appointments.id, first!.appointment.id)); // prettier-ignore
        const victim = { customerId: first!.customerId, appointmentId: first!.appointment.id, messageId: row.id, reminderId: row.reminderId!, adviserId: engine.adviser.id }; // prettier-ignore
        await poison(q, victim);
      });
      for (let minute = 0; minute < 3; minute += 1) {
        while (await engine.send());
        await engine.reconcile();
        engine.deps.clock.advance(MINUTE);
      }
      for (const { message } of others) expect((await engine.row(message.id)).status).toBe('accepted');
      const { status } = await engine.row(first!.message.id);
      const calls = await engine.calls(first!.appointment.id);
      expect(status === 'accepted' || calls.length === 1, `${status} ${calls.join()}`).toBe(true);
      expect(engine.sms.sent.length).toBeLessThanOrEqual(OTHERS + 1);
    },
  );

  it('a sign-in code that cannot be opened ends, and the others go', async () => {
    const code = (mobile: string) =>
      database.db.write((q) =>
        queueMessage(q, engine.deps, {
          ...{ purpose: 'sign_in_code', channel: 'sms', recipient: mobile, subject: null, body: '042917' },
          ...{ customerId: null, language: 'en', sendBy: engine.deps.clock.now() + 10 * MINUTE, requestId: null },
        }),
      );
    const bad = await code('+447700900201');
    const good = await code('+447700900202');
    await database.db.write((q) => q.update(q.tables.messages).set({ body: 'v1.broken' }).where(eq(q.tables.messages.id, bad))); // prettier-ignore
    while (await engine.send());
    expect((await engine.row(good)).status).toBe('accepted');
    expect(await engine.row(bad)).toMatchObject({ status: 'failed', reason: 'cannot_be_written' });
  });

  it('an unknown outcome whose number cannot be opened any more: it is not sent again, and somebody phones', async () => {
    const [first, ...others] = await people();
    await database.db.write(async (q) => {
      const { messages } = q.tables;
      const now = engine.deps.clock.now();
      const unknown = { status: 'unknown' as const, channel: 'sms' as const, provider: 'twilio', claimedAt: now };
      for (const { message } of [first!, ...others])
        await q.update(messages).set({ ...unknown, recipient: engine.deps.vault.seal('+447700900000'), body: engine.deps.vault.seal('Hi') }).where(eq(messages.id, message.id)); // prettier-ignore
      await q.update(messages).set({ recipient: 'v1.broken' }).where(eq(messages.id, first!.message.id));
    });
    for (let minute = 0; minute < 5; minute += 1) {
      await engine.reconcile();
      while (await engine.send());
      engine.deps.clock.advance(MINUTE);
    }
    expect(await engine.calls(first!.appointment.id)).toEqual(['not_delivered']);
    expect(engine.sms.sent).toHaveLength(OTHERS);
  });
});
