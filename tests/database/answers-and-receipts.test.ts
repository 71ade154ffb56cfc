import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Reconciliation, SendAnswer } from '~/adapters/messaging/sender';
import { HOUR, MINUTE, SECOND } from '~/domain/clock';
import { claimDue } from '~/services/claim-due.server';
import { queueMessage } from '~/services/queue-message.server';
import { receiveStatus } from '~/services/receive-status.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { scriptedSender } from '../support/scripted-sender';

const BOTH = { mobile: '+447700900123', email: 'aled@waymark.example' };

describeOnBothDatabases('what a provider says', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let answers: SendAnswer[];
  let found: Reconciliation;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    answers = [];
    found = { kind: 'not_found' };
    const sms = scriptedSender('sms', {
      answer: (message) => answers.shift() ?? { kind: 'accepted', providerId: `SM-${message.id}`, segments: 1 },
      reconcile: () => found,
    });
    const email = scriptedSender('email', {
      answer: (message) => answers.shift() ?? { kind: 'accepted', providerId: message.id, segments: null },
      reconcile: () => ({ kind: 'cannot_tell', ever: false, detail: '' }),
    });
    engine = await anEngine(database, { senders: [sms, email] });
  });
  afterEach(() => database.drop());

  const news = (messageId: string, providerStatus: string, errorCode: string | null = null) =>
    receiveStatus(engine.deps)({
      provider: 'twilio',
      messageId,
      providerId: `SM-${messageId}`,
      providerStatus,
      errorCode,
    });

  async function health(customerId: string) {
    const rows = await database.db.read((q) =>
      q.select().from(q.tables.contactPoints).where(eq(q.tables.contactPoints.customerId, customerId)),
    );
    return Object.fromEntries(rows.map((row) => [row.kind, row.health]));
  }

  it('about a bad number: it is never tried again, and the next channel follows', async () => {
    answers = [{ kind: 'rejected', cause: 'person', code: '21614', detail: '' }];
    const { appointment, customerId } = await engine.due({ customerId: (await engine.customer(BOTH)).id });
    await engine.send();
    await engine.send();
    expect(await engine.story(appointment.id)).toEqual([
      'sms failed person:21614',
      'email accepted next_after_failure',
    ]);
    expect(await health(customerId)).toEqual({ mobile: 'dead', email: 'untried' });
    expect(await engine.calls(appointment.id)).toEqual([]);
  });

  it('about the only number: somebody phones', async () => {
    answers = [{ kind: 'rejected', cause: 'person', code: '21211', detail: '' }];
    const { appointment } = await engine.due();
    await engine.send();
    await engine.send();
    expect(await engine.story(appointment.id)).toEqual(['sms failed person:21211', 'call_list accepted all_failed']);
    expect(await engine.calls(appointment.id)).toEqual(['not_delivered']);
  });

  it('about a person who texted STOP to it: the refusal is kept', async () => {
    answers = [{ kind: 'rejected', cause: 'person', code: '21610', detail: '', optedOut: true }];
    const { appointment, customerId } = await engine.due();
    await engine.send();
    await engine.send();
    expect(await engine.story(appointment.id)).toEqual(['sms failed person:21610', 'call_list accepted all_failed']);
    expect(await health(customerId)).toEqual({ mobile: 'untried' });
    const optOuts = await database.db.read((q) => q.select().from(q.tables.optOuts));
    expect(optOuts).toMatchObject([{ channel: 'sms', source: 'provider', liftedAt: null }]);
  });

  it('"later": three tries, further and further apart, then the next channel', async () => {
    const later: SendAnswer = { kind: 'try_later', code: '20503', detail: '', retryAfterMs: null };
    answers = [later, later, later];
    const { appointment } = await engine.due({ customerId: (await engine.customer(BOTH)).id });
    await engine.send();
    await engine.send();
    expect(engine.sms.sent).toHaveLength(1);
    engine.deps.clock.advance(2 * MINUTE);
    await engine.send();
    engine.deps.clock.advance(3 * MINUTE);
    await engine.send();
    await engine.send();
    expect(engine.sms.sent).toHaveLength(3);
    expect(await engine.story(appointment.id)).toEqual([
      'sms failed later:20503',
      'sms failed later:20503',
      'sms failed later:20503',
      'email accepted next_after_failure',
    ]);
  });

  it('"later, in ten minutes": not before', async () => {
    answers = [{ kind: 'try_later', code: '20429', detail: '', retryAfterMs: 10 * MINUTE }];
    const { appointment } = await engine.due();
    await engine.send();
    engine.deps.clock.advance(10 * MINUTE - 1);
    await engine.send();
    expect(engine.sms.sent).toHaveLength(1);
    engine.deps.clock.advance(1);
    await engine.send();
    expect(await engine.story(appointment.id)).toEqual(['sms failed later:20429', 'sms accepted mobile_works']);
  });

  it('"later" with no time left: somebody phones before it is too late', async () => {
    answers = [{ kind: 'try_later', code: '20503', detail: '', retryAfterMs: 2 * HOUR }];
    const now = engine.deps.clock.now();
    const { appointment } = await engine.due({ sendBy: now + HOUR, appointment: { startsAt: now + 75 * MINUTE } });
    await engine.send();
    engine.deps.clock.advance(41 * MINUTE);
    await engine.send();
    expect(engine.sms.sent).toHaveLength(1);
    expect(await engine.calls(appointment.id)).toEqual(['not_delivered']);
  });

  it('about us: one trial every five minutes, and the message moves on when the time nears', async () => {
    answers = Array.from({ length: 99 }, () => ({ kind: 'rejected', cause: 'us', code: '20003', detail: '' }));
    const now = engine.deps.clock.now();
    const { appointment, customerId } = await engine.due({ appointment: { startsAt: now + 3 * HOUR } });
    for (let minute = 0; minute < 180; minute += 1) {
      await engine.send();
      engine.deps.clock.advance(MINUTE);
    }
    expect(engine.sms.sent.length).toBeGreaterThan(20);
    expect(engine.sms.sent.length).toBeLessThan(31);
    expect(await engine.calls(appointment.id)).toEqual(['not_delivered']);
    expect(await health(customerId)).toEqual({ mobile: 'untried' });
  });

  it('nothing clear: it is asked, and the message it has is adopted, not sent again', async () => {
    answers = [{ kind: 'unknown', detail: 'ECONNRESET' }];
    const { message, appointment } = await engine.due();
    await engine.send();
    expect((await engine.row(message.id)).status).toBe('unknown');
    found = { kind: 'found', candidates: [{ providerId: 'SM-theirs', providerStatus: 'sent', errorCode: null }] };
    await engine.reconcile();
    expect(await engine.row(message.id)).toMatchObject({ status: 'sent', providerId: 'SM-theirs' });
    expect(await engine.story(appointment.id)).toEqual(['sms sent mobile_works']);
  });

  it('nothing clear, and it has only a message of another attempt: that is not taken', async () => {
    await engine.due();
    await engine.send();
    const taken = (await database.db.read((q) => q.select().from(q.tables.messages)))[0]!.providerId!;
    answers = [{ kind: 'unknown', detail: 'ECONNRESET' }];
    const second = await engine.due({ customerId: (await engine.customer({ mobile: '+447700900124' })).id });
    await engine.send();
    found = { kind: 'found', candidates: [{ providerId: taken, providerStatus: 'sent', errorCode: null }] };
    engine.deps.clock.advance(3 * MINUTE);
    await engine.reconcile();
    expect(await engine.row(second.message.id)).toMatchObject({ status: 'failed', reason: 'not_handed_over' });
  });

  it('that it does not know the message: believed only after two minutes, then it is sent again', async () => {
    answers = [{ kind: 'unknown', detail: 'ECONNABORTED' }];
    const { message, appointment } = await engine.due();
    await engine.send();
    await engine.reconcile();
    engine.deps.clock.advance(MINUTE);
    await engine.reconcile();
    expect((await engine.row(message.id)).status).toBe('unknown');
    engine.deps.clock.advance(MINUTE);
    await engine.reconcile();
    await engine.send();
    expect(await engine.story(appointment.id)).toEqual(['sms failed not_handed_over', 'sms accepted mobile_works']);
    expect(engine.sms.sent).toHaveLength(2);
  });

  it('nothing, because the worker was killed: the message becomes unknown when its lease ends', async () => {
    const { message } = await engine.due();
    await claimDue(engine.deps)({ worker: 'killed', limit: 10 });
    engine.deps.clock.advance(59 * SECOND);
    await engine.reconcile();
    expect((await engine.row(message.id)).status).toBe('claimed');
    engine.deps.clock.advance(2 * SECOND);
    await engine.reconcile();
    expect((await engine.row(message.id)).status).toBe('unknown');
  });

  it('nothing clear about an email: it is never sent again, and somebody phones', async () => {
    answers = [{ kind: 'unknown', detail: 'ETIMEDOUT' }];
    const { id } = await engine.customer({ email: BOTH.email });
    const { appointment } = await engine.due({ customerId: id });
    await engine.send();
    engine.deps.clock.advance(3 * MINUTE);
    await engine.reconcile();
    await engine.send();
    expect(await engine.story(appointment.id)).toEqual(['email failed not_known']);
    expect(await engine.calls(appointment.id)).toEqual(['not_delivered']);
    expect(engine.email.sent).toHaveLength(1);
  });

  it('in receipts: the same ten times is once', async () => {
    const { message, customerId } = await engine.due();
    await engine.send();
    for (let again = 0; again < 10; again += 1) await news(message.id, 'delivered');
    expect((await engine.row(message.id)).status).toBe('delivered');
    expect(await engine.events(message.id)).toEqual(['claimed', 'accepted', 'delivered']);
    expect(await health(customerId)).toEqual({ mobile: 'working' });
  });

  it('in receipts at the same moment: once', async () => {
    const { message } = await engine.due();
    await engine.send();
    await Promise.all(Array.from({ length: 10 }, () => news(message.id, 'delivered')));
    expect(await engine.events(message.id)).toEqual(['claimed', 'accepted', 'delivered']);
  });

  it('in receipts in the wrong order: nothing moves back', async () => {
    const { message } = await engine.due();
    await engine.send();
    for (const word of ['delivered', 'sent', 'sending', 'queued']) await news(message.id, word);
    const row = await engine.row(message.id);
    expect(row.status).toBe('delivered');
    expect(row.deliveredAt).not.toBeNull();
  });

  it('in a receipt before our own commit: kept, and the late answer adds only what it knows', async () => {
    let early: Promise<unknown> | null = null;
    const sms = scriptedSender('sms', {
      answer: async ({ id }) => {
        early = news(id, 'delivered');
        await early;
        return { kind: 'accepted', providerId: `SM-${id}`, segments: 2 };
      },
    });
    engine = await anEngine(database, { senders: [sms, engine.email] });
    const { message } = await engine.due();
    await engine.send();
    expect(early).not.toBeNull();
    expect(await engine.row(message.id)).toMatchObject({
      status: 'delivered',
      providerId: `SM-${message.id}`,
      segments: 2,
    });
  });

  it('in a receipt that says undelivered: the number is marked and the next channel follows, once', async () => {
    const { message, appointment, customerId } = await engine.due({ customerId: (await engine.customer(BOTH)).id });
    await engine.send();
    await Promise.all([news(message.id, 'undelivered', '30003'), news(message.id, 'failed', '30003')]);
    await engine.send();
    const [first, ...rest] = await engine.story(appointment.id);
    expect(first).toMatch(/^sms (undelivered|failed) undelivered:30003$/);
    expect(rest).toEqual(['email accepted next_after_failure']);
    expect(await health(customerId)).toEqual({ mobile: 'failing', email: 'untried' });
  });

  it('in a receipt for a message that we had given up: what was to follow is taken back', async () => {
    answers = [{ kind: 'unknown', detail: 'ECONNRESET' }];
    const { message, appointment } = await engine.due();
    await engine.send();
    engine.deps.clock.advance(3 * MINUTE);
    await engine.reconcile();
    await news(message.id, 'delivered');
    await engine.send();
    expect(await engine.story(appointment.id)).toEqual(['sms delivered -', '- superseded arrived_after_all']);
    expect(engine.sms.sent).toHaveLength(1);
  });

  it('about something we do not know: nothing happens', async () => {
    expect(await news('0198f0aa-0000-7000-8000-000000000000', 'delivered')).toEqual({
      ok: false,
      reason: 'unknown_message',
    });
    const { message } = await engine.due();
    await engine.send();
    expect(await news(message.id, 'dancing')).toEqual({ ok: false, reason: 'unknown_status' });
    const other = { provider: 'twilio', messageId: message.id, providerId: 'SM-other', errorCode: null };
    const result = await receiveStatus(engine.deps)({ ...other, providerStatus: 'delivered' });
    expect(result).toEqual({ ok: false, reason: 'other_message' });
    expect((await engine.row(message.id)).status).toBe('accepted');
  });

  it('about a sign-in code: tried again while it is worth something, and no call', async () => {
    answers = [{ kind: 'try_later', code: '20503', detail: '', retryAfterMs: null }];
    const { id: customerId } = await engine.customer();
    engine.deps.clock.set('2026-11-23T23:00:00Z');
    const id = await database.db.write((q) =>
      queueMessage(q, engine.deps, {
        ...{ purpose: 'sign_in_code', channel: 'sms', recipient: '+447700900123', subject: null, body: '042917' },
        ...{ customerId, language: 'en', sendBy: engine.deps.clock.now() + 10 * MINUTE, requestId: 'r-1' },
      }),
    );
    await engine.send();
    engine.deps.clock.advance(10 * SECOND);
    await engine.send();
    expect(engine.sms.sent.map(({ body }) => body)).toEqual(['042917', '042917']);
    expect((await engine.row(id)).status).toBe('failed');
    const rows = await database.db.read((q) => q.select().from(q.tables.messages));
    expect(rows.map((row) => [row.attempt, row.status, row.requestId])).toEqual([
      [1, 'failed', 'r-1'],
      [2, 'accepted', 'r-1'],
    ]);
    expect(await database.db.read((q) => q.select().from(q.tables.callList))).toEqual([]);
  });
});
