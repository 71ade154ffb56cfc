import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MINUTE } from '~/domain/clock';
import type { Deps } from '~/services/deps';
import { queueMessage } from '~/services/queue-message.server';
import { receiveReply } from '~/services/receive-reply.server';
import { receiveStatus } from '~/services/receive-status.server';
import { loadCustomers } from '~/services/save-customers.server';
import { sendDue } from '~/services/send-due.server';
import { setCustomerCare } from '~/services/set-customer-care.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { aCustomer } from '../support/factories';

const MOBILE = '+447700900123';
const EMAIL = 'aled.hughes@mail.example';

/** Each case is what happens after a message was claimed, and before it is handed over. */
describeOnBothDatabases('at the last look before it is handed over', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let customer: Awaited<ReturnType<TestEngine['customer']>>;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    customer = await engine.customer({ mobile: MOBILE, email: EMAIL });
  });
  afterEach(() => database.drop());

  const staffed = () => ({ officeId: engine.office.id, adviserId: engine.adviser.id });
  const text = (body: string) =>
    receiveReply(engine.deps)({ providerId: engine.deps.newId(), from: MOBILE, body }).then(() => undefined);

  /** Sends what is due; as soon as this message is claimed, something else happens. */
  async function sendWhile(messageId: string, happens: () => Promise<unknown>): Promise<void> {
    const { db } = engine.deps;
    let happened = false;
    const write: Deps['db']['write'] = async (fn) => {
      const result = await db.write(fn);
      if (!happened && (await engine.row(messageId)).status === 'claimed') {
        happened = true;
        await happens();
      }
      return result;
    };
    await sendDue({ ...engine.deps, db: { ...db, write } })('worker-1');
    expect(happened).toBe(true);
    engine.deps.clock.advance(MINUTE);
    await engine.send();
  }

  /** The network's last word about an earlier text: there is no such number. */
  async function numberDoesNotExist(): Promise<void> {
    const earlier = await engine.due({ customerId: customer.id, rule: 'booked' });
    await engine.deps.db.write((q) =>
      q
        .update(q.tables.messages)
        .set({
          ...{ status: 'sent', channel: 'sms', provider: 'twilio', providerId: 'SM-earlier' },
          ...{ recipientIndex: engine.deps.vault.index(MOBILE), claimedAt: 1, acceptedAt: 1 },
        })
        .where(eq(q.tables.messages.id, earlier.message.id)),
    );
    await receiveStatus(engine.deps)({
      ...{ provider: 'twilio', messageId: earlier.message.id, providerId: 'SM-earlier' },
      ...{ providerStatus: 'undelivered', errorCode: '21211' },
    });
    await engine.deps.db.write((q) => q.delete(q.tables.messages).where(eq(q.tables.messages.attempt, 2)));
  }

  /** Tonight's file from the office names another mobile. */
  const numberIsReplaced = () =>
    engine.deps.db.write(async (q) => {
      const customers = await loadCustomers(q, engine.deps, [customer.ref]);
      customers.tell({
        ...{ ref: customer.ref, firstName: null, lastName: null, language: null },
        ...{ mobile: '+447700900456', landline: null, email: null, officeId: null, adviserId: null },
      });
      await customers.save();
    });

  const someoneElseHasIt = () =>
    aCustomer(engine.deps, staffed(), { firstName: 'Nia', lastName: 'Rowlands', mobile: MOBILE });

  it.each([
    ['the number is somebody else’s', () => text('wrong number'), EMAIL],
    ['the number does not exist', numberDoesNotExist, EMAIL],
    ['the person has said STOP', () => text('STOP'), EMAIL],
    ['another customer has the number too', someoneElseHasIt, EMAIL],
    ['the office has a new number', numberIsReplaced, '+447700900456'],
  ] as const)('%s: it does not go there, and goes the next way', async (_what, happens, goesTo) => {
    const { message, appointment } = await engine.due({ customerId: customer.id });
    await sendWhile(message.id, happens);
    expect(engine.sms.sent.filter(({ recipient, id }) => recipient === MOBILE && id === message.id)).toEqual([]);
    const ours = [...engine.sms.sent, ...engine.email.sent].filter(({ body }) =>
      body.includes(engine.deps.vault.linkToken(appointment.id, 1)),
    );
    expect(ours.map(({ recipient }) => recipient)).toEqual([goesTo]);
    expect((await engine.row(message.id)).status).toBe('failed');
  });

  it('nothing may be sent to the person: it does not go, and they are talked to', async () => {
    const { id, officeId, firstName, lastName } = engine.adviser;
    const staff = { kind: 'staff' as const, id, officeId, role: 'adviser' as const, firstName, lastName };
    const { message, appointment } = await engine.due({ customerId: customer.id });
    await sendWhile(message.id, () =>
      setCustomerCare(engine.deps)({ staff, customerId: customer.id, care: 'noMessages', on: true }),
    );
    expect([...engine.sms.sent, ...engine.email.sent]).toEqual([]);
    expect(await engine.calls(appointment.id)).toEqual(['safety']);
  });

  it('someone else may see it, a colleague has just said: the usual words do not go, neutral ones do', async () => {
    const { id, officeId, firstName, lastName } = engine.adviser;
    const staff = { kind: 'staff' as const, id, officeId, role: 'adviser' as const, firstName, lastName };
    const { message } = await engine.due({ customerId: customer.id });
    await sendWhile(message.id, async () => {
      engine.deps.clock.advance(1000);
      await setCustomerCare(engine.deps)({ staff, customerId: customer.id, care: 'discreet', on: true });
    });
    expect(engine.sms.sent.map(({ body }) => body.includes('Jobcentre'))).toEqual([false]);
    expect(engine.sms.sent[0]!.recipient).toBe(MOBILE);
  });

  it.each([
    ['somebody else’s', () => text('wrong number'), 'number_dead'],
    ['another customer’s as well', someoneElseHasIt, 'shared_number'],
  ] as const)('the number is %s: an answer to a text does not go either', async (_what, happens, reason) => {
    const answer = await engine.deps.db.write((q) =>
      queueMessage(q, engine.deps, {
        ...{ purpose: 'reply', channel: 'sms', recipient: MOBILE, subject: null, body: 'See you then, Aled' },
        ...{ customerId: customer.id, language: 'en', sendBy: engine.deps.clock.now() + 10 * MINUTE, requestId: null },
      }),
    );
    await sendWhile(answer, happens);
    expect(engine.sms.sent.filter(({ body }) => body.includes('Aled'))).toEqual([]);
    const rows = await engine.deps.db.read((q) =>
      q.select().from(q.tables.messages).where(eq(q.tables.messages.customerId, customer.id)),
    );
    expect(rows.map((row) => row.reason)).toContain(reason);
  });
});
