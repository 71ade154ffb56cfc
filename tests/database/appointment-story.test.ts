import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOUR, MINUTE } from '~/domain/clock';
import { receiveStatus } from '~/services/receive-status.server';
import { recordCall } from '~/services/record-call.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { setCustomerCare } from '~/services/set-customer-care.server';
import type { MessageItem } from '~/services/tell-message-story.server';
import { viewStaffAppointment } from '~/services/view-staff-appointment.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';

describeOnBothDatabases('the story of an appointment, as its adviser reads it', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let sioned: SignedInStaff;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    const { id, officeId, firstName, lastName } = engine.adviser;
    sioned = { kind: 'staff', id, officeId, role: 'adviser', firstName, lastName };
  });
  afterEach(() => database.drop());

  const story = async (appointmentId: string) => {
    const seen = await viewStaffAppointment(engine.deps)({ staff: sioned, appointmentId });
    return seen!.story;
  };
  const messages = async (appointmentId: string) =>
    (await story(appointmentId)).filter((item): item is MessageItem => item.what === 'message');
  const planned = async (customer: Parameters<TestEngine['customer']>[0]) => {
    const { id } = await engine.customer(customer);
    const at = engine.deps.clock.now() + HOUR;
    const { appointment } = await engine.due({ customerId: id, notBefore: at });
    return { at, id, appointment };
  };

  it('says when the next one goes, by which way, and why, and follows what becomes known', async () => {
    const { at, id, appointment } = await planned({ mobile: '+447700900123', email: 'aled@mail.example' });
    expect(await messages(appointment.id)).toMatchObject([
      { status: 'planned', channel: null, at, expected: { channel: 'sms', reason: 'mobile_works' } },
    ]);
    await setCustomerCare(engine.deps)({ staff: sioned, customerId: id, care: 'noMessages', on: true });
    expect(await messages(appointment.id)).toMatchObject([{ expected: { channel: 'call_list', reason: 'safety' } }]);
  });

  it('says that it will wait for the morning, or will not go at all', async () => {
    engine.deps.clock.set('2026-11-23T20:30:00Z');
    const morning = await planned({ mobile: '+447700900123' });
    expect(await messages(morning.appointment.id)).toMatchObject([{ at: Date.parse('2026-11-24T08:00:00Z') }]);
    const { appointment } = await engine.due({ rule: 'same_day', appointment: { confirmedAt: 1 } });
    expect(await messages(appointment.id)).toMatchObject([{ expected: { channel: null, reason: 'confirmed' } }]);
  });

  it('tells each state once, in the order in which it came to be, also within one instant', async () => {
    const { appointment, message } = await engine.due();
    await engine.send();
    for (const word of ['sent', 'queued', 'sending', 'delivered', 'sent'])
      await receiveStatus(engine.deps)({
        ...{ provider: 'twilio', messageId: message.id, providerId: `SM-${message.id}` },
        ...{ providerStatus: word, errorCode: null },
      });
    const [told] = await messages(appointment.id);
    expect(told!.news.map(({ status }) => status)).toEqual(['claimed', 'accepted', 'sent', 'delivered']);
  });

  it('says which message took the place of which', async () => {
    const { appointment } = await engine.due();
    await engine.send();
    engine.deps.clock.advance(MINUTE);
    await engine.deps.db.write((q) => q.update(q.tables.appointments).set({ version: 2 }));
    await engine.remind({ ...appointment, version: 2 }, { rule: 'changed' });
    await engine.send();
    expect(await messages(appointment.id)).toMatchObject([
      { rule: 'changed', replaces: true, isOld: false },
      { rule: 'one_day_before', replaces: false, isOld: true },
    ]);
  });

  it('has every try of a call, and who made it', async () => {
    const { appointment } = await engine.due({ customerId: (await engine.customer({ landline: '+441632960123' })).id });
    await engine.send();
    const [call] = await engine.deps.db.read((q) => q.select().from(q.tables.callList));
    const made = { staff: sioned, callId: call!.id, contactPointId: null, seen: null };
    await recordCall(engine.deps)({ ...made, outcome: 'no_answer' });
    engine.deps.clock.advance(HOUR);
    await recordCall(engine.deps)({ ...made, outcome: 'spoke' });
    const [item] = (await story(appointment.id)).filter(({ what }) => what === 'call');
    expect(item).toMatchObject({
      reason: 'no_other_way',
      done: { outcome: 'spoke', by: 'Sioned Parry' },
      tries: [
        { outcome: 'no_answer', by: 'Sioned Parry', undone: false },
        { outcome: 'spoke', by: 'Sioned Parry', undone: false },
      ],
    });
  });
});
