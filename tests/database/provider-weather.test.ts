import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SendAnswer } from '~/adapters/messaging/sender';
import { HOUR, MINUTE, SECOND } from '~/domain/clock';
import { CIRCUIT_LIMITS } from '~/domain/messaging/circuit';
import { claimDue } from '~/services/claim-due.server';
import { queueMessage } from '~/services/queue-message.server';
import { sendClaimed } from '~/services/send-claimed.server';
import { resumeSending } from '~/services/stop-sending.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { scriptedSender } from '../support/scripted-sender';

const DOWN: SendAnswer = { kind: 'try_later', code: '20503', detail: '', retryAfterMs: null };
const WRONG_TOKEN: SendAnswer = { kind: 'rejected', cause: 'us', code: '20003', detail: '' };
const NO_COUNTRY: SendAnswer = { kind: 'rejected', cause: 'us', code: '21408', detail: '' };
const UNCLEAR: SendAnswer = { kind: 'unknown', detail: 'ECONNRESET' };
const taken = (id: string): SendAnswer => ({ kind: 'accepted', providerId: `SM-${id}`, segments: 1 });

describeOnBothDatabases('a provider in trouble', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let twilio: ReturnType<typeof scriptedSender>;
  let notify: ReturnType<typeof scriptedSender>;
  let twilioSays: (id: string) => SendAnswer;
  let notifySays: (id: string) => SendAnswer;
  let lines: { msg: string; code?: string }[];

  beforeEach(async () => {
    database = await newDatabase(dialect);
    twilioSays = taken;
    notifySays = taken;
    lines = [];
    twilio = scriptedSender('sms', { answer: ({ id }) => twilioSays(id) });
    notify = scriptedSender('sms', { provider: 'notify', answer: ({ id }) => notifySays(id) });
  });
  afterEach(() => database.drop());

  /** One worker that hands over one message after the other, so that failures are in a row. */
  const SETTINGS = { leaseMs: MINUTE, deadlineMs: 10 * SECOND, resendUnknownAfterMs: 2 * MINUTE, askAgainMs: 15 * SECOND, concurrency: 1, batch: 50, gatherMs: 25 }; // prettier-ignore

  async function start(senders = [twilio]) {
    engine = await anEngine(database, { senders, settings: SETTINGS });
    engine.deps.log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  }
  const alerts = () => lines.filter(({ msg }) => msg.startsWith('ALERT'));

  let people = 0;
  async function dueFor(fields: { email?: boolean } & NonNullable<Parameters<TestEngine['due']>[0]> = {}) {
    people += 1;
    const { email, ...rest } = fields;
    const mobile = `+4477009${String(people).padStart(5, '0')}`;
    const address = email ? { email: `person${people}@waymark.example` } : {};
    return engine.due({ ...rest, customerId: (await engine.customer({ mobile, ...address })).id });
  }
  async function many(count: number, fields?: Parameters<typeof dueFor>[0]) {
    const made = [];
    for (let n = 0; n < count; n += 1) made.push(await dueFor(fields));
    return made;
  }
  const stateOf = async (id = 'twilio:sms') => {
    const rows = await database.db.read((q) => q.select().from(q.tables.providerStates));
    return rows.find((row) => row.id === id);
  };
  const statuses = async () => {
    const rows = await database.db.read((q) => q.select().from(q.tables.messages));
    return rows.map(({ status }) => status);
  };
  const detailsOf = async (messageId: string) => {
    const rows = await database.db.read((q) => q.select().from(q.tables.messageEvents));
    return rows.filter((row) => row.messageId === messageId).map(({ detail }) => detail);
  };

  it('is left alone after five failures in a row, for every message, and what was claimed comes back', async () => {
    await start();
    await many(20);
    twilioSays = () => DOWN;
    await engine.send();
    expect(twilio.sent).toHaveLength(CIRCUIT_LIMITS.failures);
    await engine.send('another worker');
    expect(twilio.sent).toHaveLength(CIRCUIT_LIMITS.failures);
    const state = (await stateOf())!;
    const waiting = (await database.db.read((q) => q.select().from(q.tables.messages))).filter(
      ({ status, channel }) => status === 'planned' && channel === 'sms',
    );
    expect(waiting.length).toBeGreaterThanOrEqual(15);
    for (const { notBefore, id, attempt } of waiting) {
      // The one that met the fifth failure lets others try first.
      const turn = attempt === 1 || notBefore === state.openUntil ? 0 : SECOND;
      expect(notBefore).toBe(state.openUntil! + turn);
      expect(await detailsOf(id)).toContain('provider_down');
    }
  });

  it('is tried with one message after the pause, whoever asks first; when that works, all follow', async () => {
    await start();
    await many(20);
    twilioSays = () => DOWN;
    await engine.send();
    await engine.send();
    engine.deps.clock.set((await stateOf())!.openUntil!);
    const claim = claimDue(engine.deps, SETTINGS);
    const claims = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((worker) => claim({ worker, limit: 50 }))); // prettier-ignore
    const batch = claims.flatMap((one) => one.batch);
    expect(batch).toHaveLength(1);
    twilioSays = taken;
    await sendClaimed(engine.deps, SETTINGS)(batch);
    expect(await stateOf()).toMatchObject({ failures: 0, openUntil: null, trialId: null });
    engine.deps.clock.advance(MINUTE);
    while (await engine.send());
    expect((await statuses()).filter((status) => status === 'planned' || status === 'claimed')).toEqual([]);
    expect(new Set(twilio.sent.slice(5).map(({ recipient }) => recipient)).size).toBe(20);
  });

  it('is left alone for longer with each trial in vain, and its trials use up no message', async () => {
    await start();
    const [only] = await many(1, { appointment: { startsAt: Date.parse('2026-11-25T09:00:00Z') } });
    twilioSays = () => DOWN;
    for (let minute = 0; minute < 6 * 60; minute += 1) {
      await engine.send();
      engine.deps.clock.advance(MINUTE);
    }
    const duringOutage = twilio.sent.length;
    expect(duringOutage).toBeLessThan(60);
    twilioSays = taken;
    engine.deps.clock.advance(CIRCUIT_LIMITS.longestPause * 2);
    await engine.send();
    // It was refused thrice before the circuit had opened; alone, it never shows that the provider as a whole is down.
    expect((await engine.story(only!.appointment.id)).at(-1)).toMatch(/accepted/);
  });

  it('that says for how long is obeyed, for all messages', async () => {
    await start();
    await many(3);
    twilioSays = () => ({ ...DOWN, code: '20429', retryAfterMs: 10 * MINUTE });
    await engine.send();
    expect(twilio.sent).toHaveLength(1);
    engine.deps.clock.advance(10 * MINUTE - 1);
    await engine.send();
    expect(twilio.sent).toHaveLength(1);
    twilioSays = taken;
    engine.deps.clock.advance(1);
    while (await engine.send());
    expect(twilio.sent).toHaveLength(4);
  });

  it('is replaced by the next provider at once, and takes over again when it works', async () => {
    await start([twilio, notify]);
    await many(12);
    twilioSays = () => DOWN;
    await engine.send();
    await engine.send();
    expect(twilio.sent).toHaveLength(5);
    // With the one that met the fifth failure; the four before it try again after a pause.
    expect(notify.sent).toHaveLength(8);
    engine.deps.clock.advance(2 * MINUTE);
    twilioSays = taken;
    await engine.send();
    await many(2);
    await engine.send();
    expect(twilio.sent.length).toBeGreaterThan(7);
    const recipients = [...twilio.sent.slice(5), ...notify.sent].map(({ recipient }) => recipient);
    expect(new Set(recipients).size).toBe(recipients.length);
    expect(recipients).toHaveLength(14);
  });

  it('that may have a message: no other sends it before that is known', async () => {
    await start([twilio, notify]);
    const [first] = await many(1);
    twilioSays = () => UNCLEAR;
    await engine.send();
    await many(6);
    await engine.send();
    expect((await stateOf())!.openUntil).not.toBeNull();
    await engine.send();
    const sentByNotify = () => notify.sent.filter(({ body }) => body.includes(linkOf(first!.appointment.id)));
    expect(sentByNotify()).toEqual([]);
    expect((await engine.row(first!.message.id)).status).toBe('unknown');
    engine.deps.clock.advance(2 * MINUTE);
    // It is not known there: now it may go by the other one.
    await engine.reconcile();
    await engine.send();
    const all = [...twilio.sent.slice(1), ...notify.sent].filter(({ body }) =>
      body.includes(linkOf(first!.appointment.id)),
    );
    expect(all).toHaveLength(1);
  });
  const linkOf = (appointmentId: string) => engine.deps.vault.linkToken(appointmentId, 1);

  it('with no other: messages wait until their last moment nears, then go by the next channel, or to the call list', async () => {
    await start();
    await many(5, { sendBy: engine.deps.clock.now() + 20 * HOUR });
    twilioSays = () => DOWN;
    await engine.send();
    const sendBy = engine.deps.clock.now() + 2 * HOUR;
    const [mobile] = await many(1, { sendBy });
    const [both] = await many(1, { sendBy, email: true });
    const inVain = twilio.sent.length;
    for (let minute = 0; minute < 100; minute += 1) {
      await engine.send();
      engine.deps.clock.advance(MINUTE);
      expect(engine.email.sent).toEqual([]);
      expect(await engine.calls(mobile!.appointment.id)).toEqual([]);
    }
    expect(twilio.sent.length - inVain).toBeLessThan(16);
    engine.deps.clock.advance(MINUTE);
    // One of them may be the trial first, and come back.
    while (await engine.send());
    expect(engine.email.sent).toHaveLength(1);
    expect((await engine.story(both!.appointment.id)).at(-1)).toBe('email accepted next_after_failure');
    expect(await engine.calls(mobile!.appointment.id)).toEqual(['not_delivered']);
  });

  it('that refuses all we send is paused with one alert; the messages are kept, and go when it is repaired', async () => {
    await start();
    await many(10);
    twilioSays = () => WRONG_TOKEN;
    await engine.send();
    for (let again = 0; again < 20; again += 1) {
      await engine.send();
      engine.deps.clock.advance(MINUTE);
    }
    expect(twilio.sent.length).toBeLessThanOrEqual(5);
    expect(alerts()).toMatchObject([{ code: '20003' }]);
    expect(await stateOf()).toMatchObject({ faultCode: '20003' });
    twilioSays = taken;
    engine.deps.clock.advance(10 * MINUTE);
    while (await engine.send());
    engine.deps.clock.advance(MINUTE);
    while (await engine.send());
    expect(await stateOf()).toMatchObject({ faultSince: null, openUntil: null });
    expect((await statuses()).filter((status) => status === 'accepted')).toHaveLength(10);
    expect(alerts()).toHaveLength(1);
  });

  it('that refuses all we send: the other provider sends them at once', async () => {
    await start([twilio, notify]);
    await many(10);
    twilioSays = () => WRONG_TOKEN;
    await engine.send();
    while (await engine.send());
    expect(twilio.sent).toHaveLength(1);
    expect(notify.sent).toHaveLength(10);
  });

  it('is used again at once when somebody resumes', async () => {
    await start();
    await many(3);
    twilioSays = () => WRONG_TOKEN;
    await engine.send();
    await engine.send();
    twilioSays = taken;
    await engine.send();
    expect(twilio.sent).toHaveLength(1);
    expect(await resumeSending(engine.deps)({ scope: 'sms', by: 'test' })).toEqual({ pauses: [], providers: ['twilio:sms'] }); // prettier-ignore
    while (await engine.send());
    expect(twilio.sent).toHaveLength(4);
  });

  it('that refuses one message for where it goes is not paused; that one goes another way', async () => {
    await start([twilio, notify]);
    const [abroad] = await many(1, { email: true });
    twilioSays = () => NO_COUNTRY;
    notifySays = () => ({ kind: 'rejected', cause: 'us', code: 'BadRequestError', detail: '' });
    await engine.send();
    notifySays = taken;
    twilioSays = taken;
    await many(3);
    await engine.send();
    engine.deps.clock.advance(6 * MINUTE);
    await engine.send();
    expect(alerts()).toEqual([]);
    expect(twilio.sent).toHaveLength(4);
    expect((await engine.story(abroad!.appointment.id))[0]).toBe('sms failed us:21408');
    expect(notify.sent).toHaveLength(1);
  });

  it('makes no writes while it works', async () => {
    await start();
    await many(5);
    await engine.send();
    expect(twilio.sent).toHaveLength(5);
    expect(await stateOf()).toBeUndefined();
  });

  it('that is down does not keep a sign-in code from the other provider, nor from running out', async () => {
    await start();
    await many(5);
    twilioSays = () => DOWN;
    await engine.send();
    const id = await database.db.write((q) =>
      queueMessage(q, engine.deps, {
        ...{ purpose: 'sign_in_code', channel: 'sms', recipient: '+447700900123', subject: null, body: '042917' },
        ...{ customerId: null, language: 'en', sendBy: engine.deps.clock.now() + 10 * SECOND, requestId: null },
      }),
    );
    await engine.send();
    expect(twilio.sent).toHaveLength(5);
    engine.deps.clock.advance(11 * SECOND);
    await engine.send();
    expect((await engine.row(id)).status).toBe('expired');
  });
});
