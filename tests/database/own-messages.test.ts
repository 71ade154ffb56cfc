import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOUR, MINUTE } from '~/domain/clock';
import { confirmAppointment } from '~/services/confirm-appointment.server';
import { receiveReply } from '~/services/receive-reply.server';
import { receiveStatus } from '~/services/receive-status.server';
import { recordCall } from '~/services/record-call.server';
import { requestCall } from '~/services/request-call.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { setCustomerCare } from '~/services/set-customer-care.server';
import { viewOwnMessages } from '~/services/view-own-messages.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { aContactPoint, aCustomer } from '../support/factories';

const MOBILE = '+447700900123';
const EMAIL = 'aled.hughes@mail.example';

describeOnBothDatabases('what a customer sees of the messages about their appointment', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let sioned: SignedInStaff;
  let customerId: string;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    const { id, officeId, firstName, lastName } = engine.adviser;
    sioned = { kind: 'staff', id, officeId, role: 'adviser', firstName, lastName };
    customerId = (await engine.customer({ mobile: MOBILE, email: EMAIL })).id;
  });
  afterEach(() => database.drop());

  async function view(appointmentId: string) {
    const seen = await viewOwnMessages(engine.deps)({ customerId, appointmentId });
    if (!seen) throw new Error('their own appointment is not there');
    return seen;
  }
  /** Everything on the page in short: what, by which way to where, in which state. */
  async function told(appointmentId: string) {
    const { planned, news } = await view(appointmentId);
    return {
      planned: planned.map((plan) => (plan.what === 'message' ? plan.where : plan.what)),
      news: news.map((one) =>
        one.what === 'event' ? one.kind : one.what === 'call' ? one.outcome : [one.state, one.next, one.where?.channel],
      ),
    };
  }
  const reports = (messageId: string, providerStatus: string, errorCode: string | null = null) =>
    receiveStatus(engine.deps)({
      ...{ provider: 'twilio', messageId, providerId: `SM-${messageId}`, providerStatus, errorCode },
    });
  const care = (care: 'noMessages' | 'discreet', on = true) =>
    setCustomerCare(engine.deps)({ staff: sioned, customerId, care, on });

  it('is nothing for somebody else, nor of an appointment that is not there', async () => {
    const { appointment } = await engine.due({ customerId });
    const nia = await engine.customer({ firstName: 'Nia', mobile: '+447700900456' });
    expect(await viewOwnMessages(engine.deps)({ customerId: nia.id, appointmentId: appointment.id })).toBeNull();
    expect(await viewOwnMessages(engine.deps)({ customerId, appointmentId: engine.deps.newId() })).toBeNull();
  });

  it('is what is planned, by which way, to a number of which only the end is shown', async () => {
    const at = engine.deps.clock.now() + HOUR;
    const { appointment } = await engine.due({ customerId, notBefore: at });
    const seen = await view(appointment.id);
    expect(seen.planned).toMatchObject([
      { what: 'message', at, about: 'one_day_before', where: { channel: 'sms', hint: { ending: '123' } } },
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/7700|mail\.example|Hughes/);
    expect(await engine.events((await engine.remind(appointment, { rule: 'changed' })).id)).toEqual([]);
  });

  it('is when it will go if it has to wait for the morning', async () => {
    engine.deps.clock.set('2026-11-23T21:00:00Z');
    const { appointment } = await engine.due({ customerId, sendBy: Date.parse('2026-11-24T12:00:00Z') });
    const { planned } = await view(appointment.id);
    expect(planned).toMatchObject([{ at: Date.parse('2026-11-24T08:00:00Z') }]);
  });

  it('is what arrived, what did not and what was done then, and what they answered', async () => {
    const { appointment, message } = await engine.due({ customerId });
    await engine.send();
    expect((await told(appointment.id)).news).toEqual([['on_its_way', null, 'sms']]);
    await reports(message.id, 'undelivered', '30003');
    await engine.send();
    engine.deps.clock.advance(MINUTE);
    await confirmAppointment(engine.deps)({
      ...{ appointmentId: appointment.id, actor: { kind: 'customer', id: customerId }, expectedVersion: 1 },
    });
    const { news } = await told(appointment.id);
    expect(news[0]).toBe('confirmed');
    expect(news).toContainEqual(['not_arrived', 'other_way', 'sms']);
    expect(news).toContainEqual(['on_its_way', null, 'email']);
  });

  it('is that somebody will phone, and that somebody did', async () => {
    const { appointment } = await engine.due({ customerId, notBefore: engine.deps.clock.now() + 5 * HOUR });
    await requestCall(engine.deps)({
      ...{ appointmentId: appointment.id, customerId, actor: { kind: 'customer', id: customerId } },
    });
    expect((await told(appointment.id)).planned).toContain('call');
    const [call] = await engine.deps.db.read((q) => q.select().from(q.tables.callList));
    const record = (outcome: 'no_answer' | 'spoke') =>
      recordCall(engine.deps)({
        ...{ staff: sioned, callId: call!.id, outcome, contactPointId: null, seen: null },
      });
    await record('no_answer');
    engine.deps.clock.advance(2 * HOUR);
    await record('spoke');
    const { planned, news } = await told(appointment.id);
    expect(planned).not.toContain('call');
    expect(news).toEqual(expect.arrayContaining(['spoke', 'no_answer', 'call_requested']));
  });

  it('is that we have no number for them', async () => {
    const alone = await engine.customer({ firstName: 'Nia' });
    const { appointment } = await engine.due({ customerId: alone.id });
    await engine.send();
    customerId = alone.id;
    expect((await told(appointment.id)).planned).toEqual(['no_way']);
  });

  it('is no word that anybody wrote, and nothing of whoever else has the number', async () => {
    const { appointment } = await engine.due({ customerId });
    await engine.send();
    await receiveReply(engine.deps)({ providerId: 'SM9', from: MOBILE, body: 'This is Gwen, wrong number' });
    await aCustomer(
      engine.deps,
      { officeId: engine.office.id, adviserId: engine.adviser.id },
      { firstName: 'Gwenllian', mobile: MOBILE },
    );
    await engine.remind(appointment, { rule: 'changed' });
    const seen = JSON.stringify(await view(appointment.id));
    expect(seen).not.toMatch(/Gwen|wrong|shared|dead/);
  });

  it('is no hint of where anything goes when somebody else may see it', async () => {
    const { appointment } = await engine.due({ customerId });
    await engine.send();
    await engine.remind(appointment, { rule: 'changed', notBefore: engine.deps.clock.now() + HOUR });
    await care('discreet');
    const { planned, news } = await view(appointment.id);
    expect(planned).toMatchObject([{ where: { channel: 'sms', hint: null } }]);
    expect(news).toMatchObject([{ where: { channel: 'sms', hint: null } }]);
  });

  it('is the same as for anybody with nothing planned when a message may put them at risk', async () => {
    const { appointment } = await engine.due({ customerId });
    await engine.send();
    await engine.remind(appointment, { rule: 'changed' });
    await care('noMessages');
    await engine.send();
    expect(await engine.calls(appointment.id)).toEqual(['safety']);
    const seen = await view(appointment.id);
    expect(seen.planned).toEqual([]);
    expect(seen.news).toMatchObject([{ what: 'message', state: 'on_its_way', where: null, next: null, why: null }]);
    const everything = JSON.stringify(seen);
    expect(everything).not.toMatch(/safety|risk|call_list|sms|123/);
    // Nor does it come out once it is lifted that there was such a call.
    await care('noMessages', false);
    expect(JSON.stringify(await view(appointment.id))).not.toMatch(/safety|"call"/);
  });

  it('is there although one message cannot be read', async () => {
    const { appointment } = await engine.due({ customerId, notBefore: engine.deps.clock.now() + HOUR });
    await engine.deps.db.write((q) =>
      q
        .update(q.tables.contactPoints)
        .set({ value: 'not sealed by us' })
        .where(eq(q.tables.contactPoints.customerId, customerId)),
    );
    expect((await told(appointment.id)).planned).toEqual([]);
  });

  it('is a letter on its way to their home', async () => {
    const { appointment, message } = await engine.due({ customerId });
    await aContactPoint(engine.deps, customerId, 'post', '1 High Street\nBangor\nLL57 1AA');
    await engine.deps.db.write((q) =>
      q
        .update(q.tables.messages)
        .set({
          ...{ status: 'sent', channel: 'letter', provider: 'print', reason: 'preference', sentAt: 1 },
          recipient: engine.deps.vault.seal('Aled Hughes\n1 High Street\nBangor\nLL57 1AA'),
        })
        .where(eq(q.tables.messages.id, message.id)),
    );
    const { news } = await view(appointment.id);
    expect(news).toMatchObject([
      { state: 'posted', why: 'preference', where: { channel: 'letter', hint: { kind: 'home' } } },
    ]);
  });
});
