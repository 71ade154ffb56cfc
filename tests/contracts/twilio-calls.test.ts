import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { HOUR, SECOND } from '~/domain/clock';
import { sendDue } from '~/services/send-due.server';
import { bareBuild } from '../support/bare-build';
import { PUBLIC_URL, startBarePortal, type BarePortal } from '../support/bare-portal';
import { anEngine, type TestEngine } from '../support/engine';
import { answerPhone, readXml } from '../support/phone-call';
import { ACCOUNT, callWebhook, startTwilioServer, type TwilioServer } from '../support/twilio-server';

const TOMORROW = Date.parse('2026-11-24T09:00Z');
const PERSONAL = /Sioned|Jobcentre|Bangor|November|2:30|9am|meeting|cyfarfod|gweld/;
const OFFICE = '0 1 6 3 2, 9 6 0, 1 0 0';

let twilio: TwilioServer;
let bare: BarePortal;
let engine: TestEngine;
let portal: { url: string; publicUrl: string };
let numbers = 400;

beforeAll(async () => {
  twilio = await startTwilioServer();
  const settings = {
    ...{ SMS_PROVIDER: 'twilio', TWILIO_ACCOUNT_SID: ACCOUNT.accountSid, TWILIO_AUTH_TOKEN: ACCOUNT.authToken },
    ...{ TWILIO_FROM: '+441632960999', TWILIO_API_BASE_URL: twilio.url },
  };
  bare = await startBarePortal({ build: bareBuild(), settings });
  portal = { url: `http://127.0.0.1:${bare.port}`, publicUrl: PUBLIC_URL };
});
afterAll(async () => {
  expect(twilio.mistakes).toEqual([]);
  await bare.close();
  await twilio.close();
});
beforeEach(async () => void (engine = await anEngine({ db: bare.composition.db } as never)));

/** Somebody with only a landline is called about tomorrow; the telephone rings. */
async function aRingingPhone(customer: Parameters<TestEngine['customer']>[0] = {}, more = {}) {
  const landline = `+441632960${(numbers += 1)}`;
  const { id: customerId } = await engine.customer({ landline, ...customer });
  const due = await engine.due({ customerId, appointment: { startsAt: TOMORROW }, ...more });
  const before = twilio.calls.length;
  // One call a second: the next has its turn.
  bare.clock.advance(10 * SECOND);
  while (await sendDue(bare.composition.deps)('worker-1'));
  const call = twilio.calls.slice(before).find(({ to }) => to === landline)!;
  return { ...due, landline, call, phone: answerPhone(portal, call) };
}

const appointmentRow = async (id: string) => {
  const { db } = bare.composition;
  const [row] = await db.read((q) => q.select().from(q.tables.appointments).where(eq(q.tables.appointments.id, id)));
  return row!;
};

describe('a voice call', () => {
  it('is heard, confirmed and delivered, and is the words in the ledger', async () => {
    const { phone, message, appointment, call } = await aRingingPhone();
    for (const status of ['initiated', 'ringing', 'in-progress']) expect(await phone.report(status)).toBe(204);
    const hello = await phone.answer();
    expect(hello).toEqual({
      said: 'Hello. This is a message for Aled. If you are Aled, press 1. If you are not, press 2. To get no more calls like this, press 3.',
      voices: ['en-GB Polly.Amy', 'en-GB Polly.Amy'],
      listens: true,
    });
    const told = await phone.press('1');
    const { body } = await engine.row(message.id);
    expect(told.said).toBe(engine.deps.vault.open(body!).replaceAll(/\s+/g, ' '));
    expect(told.said).toMatch(/Sioned tomorrow, Tuesday 24 November, at 9am.*Press 9/);
    expect(await phone.press('9')).toEqual(told);
    expect(await phone.press('1')).toMatchObject({ said: 'Thank you. We have noted that. Goodbye.', listens: false });
    await phone.report('completed');
    expect(await engine.row(message.id)).toMatchObject({ status: 'delivered', providerId: call.sid });
    expect((await appointmentRow(appointment.id)).confirmedAt).not.toBeNull();
    expect(await engine.calls(appointment.id)).toEqual([]);
  });

  it('speaks Welsh with a Welsh voice', async () => {
    // Planned in English: they have chosen Welsh since.
    const { phone } = await aRingingPhone({ language: 'cy', firstName: 'Siân' });
    expect(await phone.answer()).toMatchObject({ voices: Array(2).fill('cy-GB Polly.Gwyneth') });
    const told = await phone.press('1');
    expect(told.voices).toEqual(['cy-GB Polly.Gwyneth']);
    expect(told.said).toMatch(/^Diolch, Siân\. .* am naw o'r gloch y bore\./);
    expect((await phone.press('1')).said).toBe('Diolch. Rydym wedi nodi hynny. Hwyl fawr.');
  });

  it('brings a call from a person to whoever presses 2', async () => {
    const { phone, message, appointment } = await aRingingPhone();
    await phone.answer();
    await phone.press('1');
    expect((await phone.press('2')).said).toContain('Someone will call you');
    await phone.report('completed');
    expect(await engine.calls(appointment.id)).toEqual(['asked_for_call']);
    expect((await engine.row(message.id)).status).toBe('delivered');
  });

  it('says to a machine twice whom it is for, then a number to call, and nothing else', async () => {
    const { phone, message } = await aRingingPhone();
    const heard = [await phone.answer(), await phone.press(''), await phone.press('')];
    expect(heard.map(({ listens }) => listens)).toEqual([true, true, false]);
    expect(heard[2]!.said).toBe(`To talk to someone, please call ${OFFICE}. Goodbye.`);
    expect(heard.map(({ said }) => said).join(' ')).not.toMatch(PERSONAL);
    await phone.report('completed');
    expect(await engine.row(message.id)).toMatchObject({ status: 'undelivered', reason: 'not_reached:voicemail' });
  });

  it('leaves not even the number where privacy is asked for, and names no place', async () => {
    const { phone } = await aRingingPhone({ discreet: true });
    await phone.answer();
    await phone.press('');
    expect((await phone.press('')).said).toBe('Goodbye.');
    const other = await aRingingPhone({ discreet: true });
    await other.phone.answer();
    expect((await other.phone.press('1')).said).not.toMatch(/Jobcentre|Bangor|CV|next steps/);
  });

  it('says nothing to the wrong person, and asks the adviser to find out', async () => {
    const { phone, message, appointment, customerId } = await aRingingPhone();
    await phone.answer();
    const bye = await phone.press('2');
    expect(bye).toMatchObject({ listens: false });
    expect(bye.said).not.toMatch(PERSONAL);
    await phone.report('completed');
    expect(await engine.row(message.id)).toMatchObject({ status: 'undelivered', reason: 'person:wrong_number' });
    const calls = await bare.composition.db.read((q) =>
      q.select().from(q.tables.callList).where(eq(q.tables.callList.customerId, customerId)),
    );
    expect(calls.map(({ reason }) => reason)).toEqual(['wrong_number']);
    const points = await bare.composition.db.read((q) =>
      q.select().from(q.tables.contactPoints).where(eq(q.tables.contactPoints.customerId, customerId)),
    );
    expect(points.map(({ health }) => health)).toEqual(['failing']);
    while (await sendDue(bare.composition.deps)('worker-1'));
    expect(await engine.story(appointment.id)).toEqual([
      'voice undelivered person:wrong_number',
      'call_list accepted all_failed',
    ]);
  });

  it('is the last by voice when 3 is pressed, whoever presses it', async () => {
    const { phone, landline, customerId, appointment } = await aRingingPhone();
    await phone.answer();
    expect((await phone.press('3')).said).toBe('You will get no more calls like this. Goodbye.');
    await phone.report('completed');
    while (await sendDue(bare.composition.deps)('worker-1'));
    expect(await engine.story(appointment.id)).toEqual([
      'voice undelivered person:opted_out',
      'call_list accepted opted_out',
    ]);
    const before = twilio.calls.length;
    await engine.due({ customerId });
    bare.clock.advance(10 * SECOND);
    while (await sendDue(bare.composition.deps)('worker-1'));
    expect(twilio.calls.slice(before).map(({ to }) => to)).not.toContain(landline);
  });

  it.each(['before the message', 'while it was read'])('says only that the details changed %s', async (when) => {
    const { phone, message, appointment } = await aRingingPhone();
    await phone.answer();
    if (when === 'while it was read') await phone.press('1');
    await bare.composition.db.write((q) =>
      q.update(q.tables.appointments).set({ version: 2 }).where(eq(q.tables.appointments.id, appointment.id)),
    );
    const heard = await phone.press('1');
    expect(heard).toEqual({
      ...{ said: `The details have changed since we called. To hear them, please call ${OFFICE}. Goodbye.` },
      ...{ voices: ['en-GB Polly.Amy'], listens: false },
    });
    expect((await appointmentRow(appointment.id)).confirmedAt).toBeNull();
    await phone.report('completed');
    const reached = when === 'while it was read' ? 'delivered' : 'undelivered';
    expect((await engine.row(message.id)).status).toBe(reached);
  });

  it('asks for no yes about a meeting that was missed', async () => {
    const appointment = { status: 'failed_to_attend' as const, startsAt: engine.deps.clock.now() - HOUR };
    const { phone, message } = await aRingingPhone({}, { rule: 'missed', appointment });
    await phone.answer();
    expect((await phone.press('1')).said).not.toContain('Press 1');
    expect((await phone.press('1')).listens).toBe(true);
    expect((await phone.press('2')).said).toContain('Someone will call you');
    await phone.report('completed');
    expect((await engine.row(message.id)).status).toBe('delivered');
  });
});

describe("a voice call's webhook", () => {
  it('does everything once, however often it is asked', async () => {
    const { phone, message, appointment, customerId } = await aRingingPhone();
    await phone.answer();
    await phone.press('1');
    const answerAt = phone.next()!.slice(PUBLIC_URL.length);
    const told = await phone.press('2');
    const call = { CallSid: twilio.calls.at(-1)!.sid, CallStatus: 'in-progress', Digits: '2' };
    const again = Array.from({ length: 10 }, () => callWebhook(portal, answerAt, call));
    expect(readXml(await (await Promise.all(again))[9]!.text()).name).toBe('Response');
    expect(told.listens).toBe(false);
    const reports = await Promise.all(Array.from({ length: 10 }, () => phone.report('completed')));
    expect(new Set(reports)).toEqual(new Set([204]));
    expect(await engine.calls(appointment.id)).toEqual(['asked_for_call']);
    // The adviser has called since: the same key, reported late, asks for nothing.
    await bare.composition.db.write((q) =>
      q
        .update(q.tables.callList)
        .set({ doneAt: 1, outcome: 'spoke' })
        .where(eq(q.tables.callList.customerId, customerId)),
    );
    await callWebhook(portal, answerAt, call);
    const open = await bare.composition.db.read((q) =>
      q.select().from(q.tables.callList).where(eq(q.tables.callList.customerId, customerId)),
    );
    expect(open.map(({ doneAt }) => doneAt)).toEqual([1]);
    expect((await engine.row(message.id)).status).toBe('delivered');
  });

  it('knows in any order that somebody was there', async () => {
    const { phone, message, appointment, call } = await aRingingPhone();
    const at = (step: string) => `/webhooks/twilio/voice/${message.id}?step=${step}`;
    await phone.report('completed');
    expect((await engine.row(message.id)).reason).toBe('not_reached:voicemail');
    for (const step of ['answer', 'who'])
      await callWebhook(portal, at(step), { CallSid: call.sid, CallStatus: 'in-progress', Digits: '1' });
    for (const status of ['in-progress', 'ringing', 'initiated']) await phone.report(status);
    expect((await engine.row(message.id)).status).toBe('delivered');
    expect(await engine.story(appointment.id)).toEqual(['voice delivered -', '- superseded arrived_after_all']);
  });

  it('is refused when it is forged, and when the place in its address was changed', async () => {
    const { message, call } = await aRingingPhone();
    const path = `/webhooks/twilio/voice/${message.id}`;
    const fields = { CallSid: call.sid, CallStatus: 'in-progress', Digits: '1' };
    expect((await callWebhook(portal, `${path}?step=who`, fields, 'e'.repeat(32))).status).toBe(403);
    const twilioSdk = await import('twilio');
    const signature = twilioSdk.default.getExpectedTwilioSignature(ACCOUNT.authToken, PUBLIC_URL + path, fields);
    const init = { method: 'POST', body: new URLSearchParams(fields), headers: { 'x-twilio-signature': signature } };
    expect((await fetch(`${portal.url}${path}?step=answer`, init)).status).toBe(403);
    expect(await engine.events(message.id)).toEqual(['claimed', 'accepted']);
  });

  it.each([
    ['no call', { CallStatus: 'in-progress' }, ''],
    ['a call that is none', { CallSid: 'CA1' }, ''],
    ['a key that is none', { CallSid: `CA${'0a'.repeat(16)}`, Digits: '12' }, ''],
    ['a place that is none', { CallSid: `CA${'0a'.repeat(16)}` }, '?step=elsewhere'],
  ])('is malformed with %s', async (_name, fields, query) => {
    const path = `/webhooks/twilio/voice/0198f0aa-0000-7000-8000-000000000000${query}`;
    expect((await callWebhook(portal, path, fields as Record<string, string>)).status).toBe(400);
  });

  it('hangs up without a word when there is no such call', async () => {
    const path = '/webhooks/twilio/voice/0198f0aa-0000-7000-8000-000000000000';
    const response = await callWebhook(portal, path, { CallSid: `CA${'0a'.repeat(16)}` });
    expect(readXml(await response.text())).toEqual({
      ...{ name: 'Response', attributes: {} },
      children: [{ name: 'Hangup', attributes: {}, children: [] }],
    });
  });

  it('takes in what a network says when nobody can be called', async () => {
    const { phone, message } = await aRingingPhone();
    await phone.report('failed', { SipResponseCode: '404' });
    expect(await engine.row(message.id)).toMatchObject({ status: 'failed', reason: 'person:sip_404' });
  });
});

describe('TwiML', () => {
  it.each(['<Response>', '<Response></Say>', '<Response>a & b</Response>', '<Response>a < b</Response>', '<A/><B/>'])(
    'that is not well-formed is noticed: %s',
    (text) => expect(() => readXml(text)).toThrow(),
  );
});
