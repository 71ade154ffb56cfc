import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOUR, MINUTE } from '~/domain/clock';
import { REMINDER_RULES } from '~/domain/reminder/policy';
import type { Deps } from '~/services/deps';
import { queueMessage } from '~/services/queue-message.server';
import { receiveReply } from '~/services/receive-reply.server';
import { sendDue } from '~/services/send-due.server';
import { sendSignInCode } from '~/services/send-sign-in-code.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { setCustomerCare } from '~/services/set-customer-care.server';
import { viewCallList } from '~/services/view-call-list.server';
import { viewStaffAppointment } from '~/services/view-staff-appointment.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';

const MOBILE = '+447700900123';
const EMAIL = 'aled.hughes@mail.example';

describeOnBothDatabases('a person whom messages may put at risk', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let sioned: SignedInStaff;
  let customerId: string;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    const { id, officeId, firstName, lastName } = engine.adviser;
    sioned = { kind: 'staff', id, officeId, role: 'adviser', firstName, lastName };
    customerId = (await engine.customer({ mobile: MOBILE, landline: '+441632960123', email: EMAIL })).id;
  });
  afterEach(() => database.drop());

  const flag = (on = true) => setCustomerCare(engine.deps)({ staff: sioned, customerId, care: 'noMessages', on });
  const sent = () => [...engine.sms.sent, ...engine.email.sent];

  /** Everything by which the service has ever written to a customer. */
  const WAYS = {
    reminder: (rule: (typeof REMINDER_RULES)[number]) => engine.due({ customerId, rule }),
    signInCode: (contact: string) =>
      sendSignInCode(engine.deps)({
        ...{ contact, browserSecret: 'a browser', address: '192.0.2.1', language: null, requestId: 'r' },
      }),
    reply: (body: string) => receiveReply(engine.deps)({ providerId: engine.deps.newId(), from: MOBILE, body }),
    direct: (recipient: string, whose: string | null) =>
      engine.deps.db.write((q) =>
        queueMessage(q, engine.deps, {
          ...{ purpose: 'notice', channel: recipient === EMAIL ? 'email' : 'sms', recipient, subject: null },
          ...{
            body: 'Hello',
            customerId: whose,
            language: 'en',
            sendBy: engine.deps.clock.now() + HOUR,
            requestId: null,
          },
        }),
      ),
  };

  const aWay = fc.oneof(
    fc.constantFrom(...REMINDER_RULES).map((rule) => () => WAYS.reminder(rule)),
    fc.constantFrom('07700 900123', EMAIL).map((contact) => () => WAYS.signInCode(contact)),
    fc
      .constantFrom('1', '2', 'HELP', 'STOP', 'START', 'I may be late', 'wrong number')
      .map((text) => () => WAYS.reply(text)),
    fc.tuple(fc.constantFrom(MOBILE, EMAIL), fc.boolean()).map(
      ([recipient, known]) =>
        () =>
          WAYS.direct(recipient, known ? customerId : null),
    ),
  );

  it('is sent nothing, whatever happens', async () => {
    await flag();
    await fc.assert(
      fc.asyncProperty(fc.array(aWay, { minLength: 1, maxLength: 4 }), async (ways) => {
        for (const way of ways) await way();
        for (let round = 0; round < 3; round += 1) {
          await engine.send();
          engine.deps.clock.advance(2 * MINUTE);
        }
        expect(sent()).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('would have been sent all of this without the flag', async () => {
    await WAYS.reminder('one_day_before');
    await WAYS.signInCode(EMAIL);
    await WAYS.reply('HELP');
    await WAYS.direct(MOBILE, null);
    await engine.send();
    expect(sent()).toHaveLength(4);
  });

  it('has what was planned go to the call list, to be said in person: no number, and no word left', async () => {
    const { appointment, message } = await engine.due({ customerId });
    await flag();
    await engine.send();
    expect(await engine.row(message.id)).toMatchObject({ channel: 'call_list', reason: 'safety' });
    expect(await engine.calls(appointment.id)).toEqual(['safety']);
    const { calls } = await viewCallList(engine.deps)({ staff: sioned, show: null });
    expect(calls).toMatchObject([
      { reason: 'safety', noMessages: true, numbers: [], outcomes: ['spoke', 'not_needed'] },
    ]);
    const seen = await viewStaffAppointment(engine.deps)({ staff: sioned, appointmentId: appointment.id });
    expect(seen?.customer.noMessages).toBe(true);
    expect(seen?.contacts.map((contact) => contact.href)).toEqual([null, null, null]);
  });

  it('is not rung either when the day comes, or when there is no time for a message', async () => {
    await flag();
    const { appointment } = await engine.due({ customerId, rule: 'same_day' });
    await engine.send();
    expect(await engine.calls(appointment.id)).toEqual(['safety']);
  });

  it('is sent nothing when the flag is set between the claim and the call', async () => {
    const { appointment, message } = await engine.due({ customerId });
    const { db } = engine.deps;
    let flagged = false;
    const write: Deps['db']['write'] = async (fn) => {
      const result = await db.write(fn);
      if (!flagged && (await engine.row(message.id)).status === 'claimed') {
        flagged = true;
        await flag();
      }
      return result;
    };
    await sendDue({ ...engine.deps, db: { ...db, write } })('worker-1');
    expect(flagged).toBe(true);
    expect(sent()).toEqual([]);
    await engine.send();
    expect(sent()).toEqual([]);
    expect(await engine.calls(appointment.id)).toEqual(['safety']);
  });

  it('hears the same words when asking for a code, and gets none; nothing says why', async () => {
    const before = await WAYS.signInCode('07700 900123');
    await flag();
    expect(await WAYS.signInCode('07700 900123')).toEqual(before);
    const { messages } = database.db.tables;
    const codes = await engine.deps.db.read((q) =>
      q.select().from(messages).where(eq(messages.purpose, 'sign_in_code')),
    );
    expect(codes).toHaveLength(1);
  });

  it('is flagged by the office’s own staff only, once, and set free again', async () => {
    expect(await flag()).toEqual({ ok: true, changed: true });
    expect(await flag()).toEqual({ ok: true, changed: false });
    expect(await flag(false)).toEqual({ ok: true, changed: true });
    const stranger = { ...sioned, officeId: 'elsewhere' };
    const theirs = { staff: stranger, customerId, care: 'noMessages', on: true } as const;
    expect(await setCustomerCare(engine.deps)(theirs)).toEqual({ ok: false, reason: 'not_found' });
    const { auditEntries } = database.db.tables;
    const entries = await engine.deps.db.read((q) => q.select().from(auditEntries).orderBy(auditEntries.seq));
    expect(entries.map((entry) => entry.action)).toEqual(['customer.no_messages_on', 'customer.no_messages_off']);
    await WAYS.reminder('one_day_before');
    await engine.send();
    expect(sent()).toHaveLength(1);
  });
});
