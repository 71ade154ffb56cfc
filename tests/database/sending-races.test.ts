import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadClaimContext } from '@db/queries/claim-context.server';
import { lockDueMessages, updateMessage } from '@db/queries/messages.server';
import type { Reconciliation, SendAnswer } from '~/adapters/messaging/sender';
import { DAY, HOUR, MINUTE, SECOND } from '~/domain/clock';
import { claimDue } from '~/services/claim-due.server';
import { moveAppointment } from '~/services/move-appointment.server';
import { receiveReply } from '~/services/receive-reply.server';
import { receiveStatus } from '~/services/receive-status.server';
import { sendClaimed } from '~/services/send-claimed.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { scriptedSender } from '../support/scripted-sender';

describeOnBothDatabases('when two things happen to a message at once', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let answer: (id: string) => SendAnswer | Promise<SendAnswer>;
  let found: Reconciliation;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    answer = (id) => ({ kind: 'accepted', providerId: `SM-${id}`, segments: 1 });
    found = { kind: 'not_found' };
    const sms = scriptedSender('sms', { answer: ({ id }) => answer(id), reconcile: () => found });
    engine = await anEngine(database, { senders: [sms] });
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

  it('the clock put on an hour while the provider is asked: nothing is sent twice', async () => {
    const { message, appointment } = await engine.due();
    answer = async (id) => {
      engine.deps.clock.advance(HOUR);
      await engine.reconcile('another worker');
      found = { kind: 'found', candidates: [{ providerId: `SM-${id}`, providerStatus: 'queued', errorCode: null }] };
      return { kind: 'accepted', providerId: `SM-${id}`, segments: 1 };
    };
    await engine.send('slow worker');
    engine.deps.clock.advance(20 * SECOND);
    await engine.reconcile();
    await engine.send();
    expect(await engine.story(appointment.id)).toEqual(['sms accepted mobile_works']);
    expect((await engine.row(message.id)).providerId).toBe(`SM-${message.id}`);
    expect(engine.sms.sent).toHaveLength(1);
  });

  it('a late receipt, and the claim of what was to follow: the claim stands', async () => {
    answer = () => ({ kind: 'unknown', detail: 'ECONNRESET' });
    const { message, appointment } = await engine.due();
    await engine.send();
    engine.deps.clock.advance(3 * MINUTE);
    await engine.reconcile();
    let receipt: Promise<unknown> = Promise.resolve();
    await database.db.write(async (q) => {
      const [next] = await lockDueMessages(q, engine.deps.clock.now(), 10);
      receipt = news(message.id, 'delivered');
      await untilBlocked(database);
      await updateMessage(q, next!.id, { status: 'claimed', channel: 'sms', fence: 1 });
    });
    await receipt;
    expect(await engine.story(appointment.id)).toEqual(['sms delivered -', 'sms claimed -']);
  });

  it('a receipt, and a claim about the same appointment: the receipt does not wait', async () => {
    const { message, appointment } = await engine.due();
    await engine.send();
    await engine.remind(appointment, { rule: 'same_day' });
    let receipt: Promise<unknown> = Promise.resolve();
    await database.db.write(async (q) => {
      await loadClaimContext(q, await lockDueMessages(q, engine.deps.clock.now(), 10));
      receipt = news(message.id, 'undelivered', '30003');
      // SQLite has one writer at a time.
      if (dialect === 'postgres') await receipt;
    });
    await receipt;
    expect((await engine.row(message.id)).status).toBe('undelivered');
  });

  it('somebody says that the number is theirs, between claim and hand-over: it gets nothing, and a person phones', async () => {
    const { appointment } = await engine.due();
    const { batch } = await claimDue(engine.deps)({ worker: 'A', limit: 10 });
    await receiveReply(engine.deps)({ providerId: 'SM-in', from: '+447700900123', body: 'wrong number' });
    await sendClaimed(engine.deps)(batch);
    expect(engine.sms.sent).toEqual([]);
    await engine.send();
    expect(await engine.story(appointment.id)).toEqual(['sms failed not_handed_over', 'call_list accepted all_failed']);
    // Only the sentence to whoever has the number, which names nobody.
    expect(engine.sms.sent.map(({ body }) => body.includes('/a/'))).toEqual([false]);
  });

  it('a move between claim and hand-over: the correction waits until the old text is out of the way', async () => {
    const { appointment } = await engine.due();
    const { batch } = await claimDue(engine.deps)({ worker: 'A', limit: 10 });
    const startsAt = engine.deps.clock.now() + 3 * DAY;
    const actor = { kind: 'staff', id: engine.adviser.id } as const;
    const moved = await moveAppointment(engine.deps)({
      appointmentId: appointment.id,
      startsAt,
      actor,
      override: true,
    });
    expect(moved).toMatchObject({ ok: true, version: 2 });
    await engine.send('B');
    expect(engine.sms.sent).toEqual([]);
    await sendClaimed(engine.deps)(batch);
    expect(engine.sms.sent).toEqual([]);
    await engine.send('B');
    expect(engine.sms.sent).toHaveLength(1);
  });
});

/** Waits until a transaction waits for another one's lock; SQLite's second writer always does. */
async function untilBlocked({ db }: TestDatabase): Promise<void> {
  if (!db.pool) return;
  const blocked = `select 1 from pg_locks where not granted
    and pid in (select pid from pg_stat_activity where datname = current_database())`;
  for (let found = 0; !found; found = (await db.pool.query(blocked)).rowCount ?? 0);
}
