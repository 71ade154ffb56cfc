import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTwilioSms } from '~/adapters/messaging/twilio-sms';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { armSending } from '~/services/arm-sending.server';
import { askAfter } from '~/services/ask-after.server';
import { receiveStatus } from '~/services/receive-status.server';
import { insertCopyHold } from '@db/queries/arming.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { scriptedSender } from '../support/scripted-sender';
import { ACCOUNT, startTwilioServer, type TwilioServer } from '../support/twilio-server';

describeOnBothDatabases('messages without a receipt', (dialect) => {
  let database: TestDatabase;
  let twilio: TwilioServer;
  let engine: TestEngine;
  let email: ReturnType<typeof scriptedSender>;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    const { clock } = engine.deps;
    twilio = await startTwilioServer({ now: () => clock.now() });
    const settings = { ...ACCOUNT, baseUrl: twilio.url, messagingServiceSid: null, from: '+441632960999' };
    const sms = { ...settings, perSecond: 100, publicUrl: 'https://waymark.example', deadlineMs: 2000 };
    email = scriptedSender('email', { reconcile: () => ({ kind: 'cannot_tell', ever: false, detail: 'no list' }) });
    engine.deps.senders = [createTwilioSms(sms, clock), email];
  });
  afterEach(async () => {
    expect(twilio.mistakes).toEqual([]);
    await twilio.close();
    await database.drop();
  });

  const sweep = () => askAfter(engine.deps)();
  const later = (minutes: number) => engine.deps.clock.advance(minutes * MINUTE);

  async function aText(customer: Parameters<TestEngine['customer']>[0] = { mobile: '+447700900123' }) {
    const customerId = (await engine.customer(customer)).id;
    const due = await engine.due({ customerId, appointment: { startsAt: engine.deps.clock.now() + DAY } });
    await engine.send();
    return due;
  }

  it('are asked about after ten minutes, and then more seldom, until there is a last word', async () => {
    const { message } = await aText();
    later(9);
    expect(await sweep()).toBe(0);
    later(1);
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    expect((await engine.row(message.id)).status).toBe('accepted');
    twilio.messages[0]!.status = 'sent';
    later(10);
    await sweep();
    expect((await engine.row(message.id)).status).toBe('sent');
    twilio.messages[0]!.status = 'delivered';
    later(29);
    expect(await sweep()).toBe(0);
    later(1);
    await sweep();
    expect(await engine.row(message.id)).toMatchObject({ status: 'delivered', deliveredAt: engine.deps.clock.now() });
    expect(await engine.events(message.id)).toEqual(['claimed', 'accepted', 'accepted', 'sent', 'delivered']);
  });

  it('that did not arrive are followed by another way, as after a callback', async () => {
    const { appointment } = await aText({ mobile: '+447700900123', email: 'aled@waymark.example' });
    Object.assign(twilio.messages[0]!, { status: 'undelivered', errorCode: 30003 });
    later(10);
    await sweep();
    await engine.send();
    expect(await engine.story(appointment.id)).toEqual([
      'sms undelivered undelivered:30003',
      'email accepted next_after_failure',
    ]);
  });

  it('are asked about once more while somebody still can phone', async () => {
    const { appointment, message } = await aText();
    for (let round = 0; round < 12; round += 1) {
      const { askAt } = await engine.row(message.id);
      if (askAt! >= message.sendBy - 20 * MINUTE) break;
      engine.deps.clock.set(askAt!);
      await sweep();
    }
    expect((await engine.row(message.id)).askAt).toBe(message.sendBy - 20 * MINUTE);
    engine.deps.clock.set(message.sendBy - 20 * MINUTE);
    Object.assign(twilio.messages[0]!, { status: 'undelivered', errorCode: 30003 });
    await sweep();
    await engine.send();
    expect(await engine.calls(appointment.id)).toHaveLength(1);
  });

  it('cost what the provider says later, which is fetched once', async () => {
    const { message } = await aText();
    const sid = twilio.messages[0]!.sid;
    await receiveStatus(engine.deps)({
      ...{ provider: 'twilio', messageId: message.id, providerId: sid, providerStatus: 'delivered', errorCode: null },
    });
    later(10);
    await sweep();
    expect(await engine.row(message.id)).toMatchObject({ price: null, currency: null });
    twilio.messages[0]!.price = '-0.04020';
    later(30);
    await sweep();
    const paid = { status: 'delivered', segments: 1, price: 0.0402, currency: 'GBP', askAt: null };
    expect(await engine.row(message.id)).toMatchObject(paid);
    later(600);
    expect(await sweep()).toBe(0);
    expect(twilio.asked).toEqual([sid, sid]);
  });

  it('are not asked after for ever when the price never comes', async () => {
    const { message } = await aText();
    const sid = twilio.messages[0]!.sid;
    await receiveStatus(engine.deps)({
      ...{ provider: 'twilio', messageId: message.id, providerId: sid, providerStatus: 'delivered', errorCode: null },
    });
    for (let hour = 0; hour < 10; hour += 1) {
      later(60);
      await sweep();
    }
    expect(twilio.asked.length).toBeLessThanOrEqual(3);
    expect((await engine.row(message.id)).askAt).toBeNull();
  });

  it('are asked about by one of two workers', async () => {
    for (let n = 0; n < 20; n += 1) await aText({ mobile: `+4477009001${String(n).padStart(2, '0')}` });
    later(10);
    const counts = await Promise.all([sweep(), sweep()]);
    expect(counts[0]! + counts[1]!).toBe(20);
    expect(new Set(twilio.asked).size).toBe(20);
    expect(twilio.asked).toHaveLength(20);
  });

  it('are asked about again soon when the provider could not be asked', async () => {
    await aText();
    later(50);
    twilio.failFetches(true);
    await sweep();
    twilio.failFetches(false);
    later(5);
    expect(await sweep()).toBe(1);
  });

  it('are left alone where the provider cannot be asked, or is configured no longer', async () => {
    const { message } = await aText({ email: 'aled@waymark.example' });
    expect((await engine.row(message.id)).askAt).toBeNull();
    const text = await aText({ mobile: '+447700900124' });
    engine.deps.senders = [email];
    later(10);
    await sweep();
    expect((await engine.row(text.message.id)).askAt).toBeNull();
  });

  it('in a restored copy are asked about at once, and what follows is not sent twice', async () => {
    const { appointment } = await aText({ mobile: '+447700900123', email: 'aled@waymark.example' });
    await engine.deps.db.write((q) => insertCopyHold(q, { since: engine.deps.clock.now(), by: 'restore' }));
    // The original heard that it had not arrived, and wrote an email, which nobody can be asked about.
    Object.assign(twilio.messages[0]!, { status: 'undelivered', errorCode: 30003 });
    engine.deps.clock.advance(2 * HOUR);
    await armSending(engine.deps)();
    expect(await sweep()).toBe(1);
    await engine.send();
    await engine.reconcile();
    expect(email.sent).toEqual([]);
    expect(await engine.calls(appointment.id)).toEqual(['not_delivered']);
  });
});
