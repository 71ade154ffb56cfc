import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '~/domain/clock';
import { claimDue } from '~/services/claim-due.server';
import { receiveReply } from '~/services/receive-reply.server';
import { recordAnswer } from '~/services/record-answer.server';
import { sendClaimed } from '~/services/send-claimed.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';
import { aContactPoint } from '../support/factories';

describeOnBothDatabases('a due message', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
  });
  afterEach(() => database.drop());

  it('is sent once, and what was sent to whom is kept, unreadable', async () => {
    const { message, appointment } = await engine.due();
    await engine.send();
    await engine.send();

    const link = `https://waymark.example/a/${engine.deps.vault.linkToken(appointment.id, 1)}`;
    expect(engine.sms.sent).toHaveLength(1);
    expect(engine.sms.sent[0]).toMatchObject({ id: message.id, recipient: '+447700900123', subject: null });
    expect(engine.sms.sent[0]!.body).toContain(link);
    const row = await engine.row(message.id);
    expect(row).toMatchObject({
      status: 'accepted',
      channel: 'sms',
      provider: 'twilio',
      providerId: `SM-${message.id}`,
      segments: 1,
      reason: 'mobile_works',
      leaseOwner: null,
    });
    expect(row.recipient).not.toContain('7700');
    expect(engine.deps.vault.open(row.body!)).toBe(engine.sms.sent[0]!.body);
    expect(await engine.events(message.id)).toEqual(['claimed', 'accepted']);
    const links = await database.db.read((q) => q.select().from(q.tables.appointmentLinks));
    const token = engine.deps.vault.linkToken(appointment.id, 1);
    expect(links).toMatchObject([{ tokenHash: engine.deps.vault.hashSecret(token), appointmentVersion: 1 }]);
  });

  it('waits for its time', async () => {
    const { message } = await engine.due({ notBefore: engine.deps.clock.now() + MINUTE });
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    engine.deps.clock.advance(MINUTE);
    await engine.send();
    expect((await engine.row(message.id)).status).toBe('accepted');
  });

  it('goes in the order of urgency', async () => {
    const now = engine.deps.clock.now();
    const late = await engine.due({ sendBy: now + 3 * HOUR });
    const soon = await engine.due({
      sendBy: now + HOUR,
      customerId: (await engine.customer({ mobile: '+447700900124' })).id,
    });
    const { batch } = await claimDue(engine.deps)({ worker: 'w', limit: 1 });
    expect(batch.map((claimed) => claimed.id)).toEqual([soon.message.id]);
    expect((await engine.row(late.message.id)).status).toBe('planned');
  });

  it('is not sent when the appointment has changed since, or no longer stands', async () => {
    const moved = await engine.due({ customerId: (await engine.customer({ mobile: '+447700900124' })).id });
    const off = await engine.due({ appointment: { status: 'cancelled_by_office' } });
    await database.db.write((q) =>
      q.update(q.tables.appointments).set({ version: 2 }).where(eq(q.tables.appointments.id, moved.appointment.id)),
    );
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    expect((await engine.row(moved.message.id)).status).toBe('superseded');
    expect((await engine.row(off.message.id)).status).toBe('cancelled');
  });

  it('is not sent when the appointment changes between claim and hand-over', async () => {
    const { appointment, message } = await engine.due();
    const { batch } = await claimDue(engine.deps)({ worker: 'w', limit: 10 });
    await database.db.write((q) =>
      q.update(q.tables.appointments).set({ version: 2 }).where(eq(q.tables.appointments.id, appointment.id)),
    );
    await sendClaimed(engine.deps)(batch);
    expect(engine.sms.sent).toEqual([]);
    expect(await engine.row(message.id)).toMatchObject({ status: 'superseded', reason: 'changed_since' });
  });

  it('expires after its time, and somebody phones when nothing else reached the person', async () => {
    const { message, appointment } = await engine.due({ sendBy: engine.deps.clock.now() - 1 });
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    expect((await engine.row(message.id)).status).toBe('expired');
    expect(await engine.calls(appointment.id)).toEqual(['out_of_time']);
  });

  it('expires quietly when another message of the appointment has gone out', async () => {
    const { appointment } = await engine.due({ rule: 'booked' });
    await engine.send();
    const later = await engine.remind(appointment, { sendBy: engine.deps.clock.now() - 1 });
    await engine.send();
    expect((await engine.row(later.id)).status).toBe('expired');
    expect(await engine.calls(appointment.id)).toEqual([]);
  });

  it('is held through the night', async () => {
    engine.deps.clock.set('2026-11-23T21:30:00Z');
    const { message } = await engine.due();
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    const row = await engine.row(message.id);
    expect(row).toMatchObject({ status: 'planned', notBefore: Date.parse('2026-11-24T08:00:00Z') });
    engine.deps.clock.set('2026-11-24T08:00:00Z');
    await engine.send();
    expect(engine.sms.sent).toHaveLength(1);
  });

  it('becomes a call when the night would make it late', async () => {
    engine.deps.clock.set('2026-11-23T21:30:00Z');
    const { message, appointment } = await engine.due({
      appointment: { startsAt: Date.parse('2026-11-24T08:00:00Z') },
      sendBy: Date.parse('2026-11-24T07:45:00Z'),
    });
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    const row = await engine.row(message.id);
    expect(row).toMatchObject({ status: 'accepted', channel: 'call_list', reason: 'out_of_time' });
    expect(engine.deps.vault.open(row.body!)).toContain('Sioned');
    expect(await engine.calls(appointment.id)).toEqual(['out_of_time']);
  });

  it('is superseded by a later rule that is due as well', async () => {
    const now = engine.deps.clock.now();
    const { appointment, message } = await engine.due({ rule: 'three_days_before', notBefore: now - 2 * HOUR });
    const later = await engine.remind(appointment, { rule: 'one_day_before', notBefore: now });
    await engine.send();
    expect(await engine.row(message.id)).toMatchObject({ status: 'superseded', reason: 'merged' });
    expect((await engine.row(later.id)).status).toBe('accepted');
    expect(engine.sms.sent).toHaveLength(1);
  });

  it('on the day is a call, and only without an answer and without a receipt', async () => {
    const sameDay = { rule: 'same_day' as const };
    const confirmed = await engine.due({ ...sameDay, appointment: { confirmedAt: engine.deps.clock.now() } });
    const unanswered = await engine.due(sameDay);
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    expect(await engine.row(confirmed.message.id)).toMatchObject({ status: 'suppressed', reason: 'confirmed' });
    expect(await engine.calls(unanswered.appointment.id)).toEqual(['not_confirmed']);
  });

  it('on the day is no second call to somebody who was spoken to', async () => {
    for (const [outcome, reasons] of [
      ['spoke', ['no_other_way']],
      ['no_answer', ['no_other_way', 'not_confirmed']],
    ] as const) {
      const { id } = await engine.customer({ landline: '+441632960123' });
      const { appointment } = await engine.due({ customerId: id });
      await engine.send();
      const doneAt = engine.deps.clock.now();
      await database.db.write(async (q) => {
        const { callList } = q.tables;
        await q.update(callList).set({ outcome, doneAt }).where(eq(callList.appointmentId, appointment.id));
      });
      await engine.remind(appointment, { rule: 'same_day' });
      await engine.send();
      expect((await engine.calls(appointment.id)).toSorted(), outcome).toEqual(reasons);
    }
  });

  it('goes by email when there is only a landline and an address, with the calendar file', async () => {
    const { id } = await engine.customer({ landline: '+441632960123', email: 'aled@waymark.example' });
    const { message } = await engine.due({ customerId: id });
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    expect(engine.email.sent[0]).toMatchObject({ recipient: 'aled@waymark.example' });
    expect(engine.email.sent[0]!.calendar).toContain('METHOD:PUBLISH');
    expect((await engine.row(message.id)).channel).toBe('email');
  });

  it('becomes a call when there is only a landline', async () => {
    const { id } = await engine.customer({ landline: '+441632960123' });
    const { message, appointment } = await engine.due({ customerId: id });
    await engine.send();
    expect(await engine.row(message.id)).toMatchObject({ channel: 'call_list', status: 'accepted', provider: null });
    expect(await engine.calls(appointment.id)).toEqual(['no_other_way']);
  });

  it('never goes to a number that two people share', async () => {
    const { id } = await engine.customer();
    const other = await engine.customer({ email: 'nia@waymark.example' });
    await aContactPoint(engine.deps, other.id, 'mobile', '+447700900123');
    const { appointment } = await engine.due({ customerId: id });
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    expect(await engine.calls(appointment.id)).toEqual(['no_other_way']);
  });

  it('that cannot be written stops no other, and somebody phones', async () => {
    const poisoned = await engine.customer({});
    await aContactPoint(engine.deps, poisoned.id, 'mobile', '+447700900199', { value: '1.not-sealed-with-our-key' });
    const bad = await engine.due({ customerId: poisoned.id, sendBy: engine.deps.clock.now() + HOUR });
    const good = await engine.due();
    await engine.send();
    expect(await engine.row(bad.message.id)).toMatchObject({ status: 'failed', reason: 'cannot_be_written' });
    expect(await engine.calls(bad.appointment.id)).toEqual(['not_delivered']);
    expect((await engine.row(good.message.id)).status).toBe('accepted');
  });

  it('is taken by one of two workers', async () => {
    for (let n = 0; n < 30; n += 1)
      await engine.due({ customerId: (await engine.customer({ mobile: `+4477009001${10 + n}` })).id });
    const claim = claimDue(engine.deps);
    const rounds = await Promise.all(['a', 'b', 'c', 'd'].map((worker) => claim({ worker, limit: 10 })));
    const ids = rounds.flatMap((round) => round.batch.map((claimed) => claimed.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(30);
  });

  it('is left alone by a worker that lost its lease', async () => {
    const { message } = await engine.due();
    const { batch } = await claimDue(engine.deps)({ worker: 'slow', limit: 10 });
    engine.deps.clock.advance(61 * SECOND);
    await engine.reconcile('quick');
    const late = await recordAnswer(engine.deps)({
      id: message.id,
      fence: batch[0]!.fence,
      answer: { kind: 'accepted', providerId: 'SM-late', segments: 1 },
    });
    expect(late).toBe('lost');
    expect(await engine.row(message.id)).toMatchObject({ status: 'unknown', providerId: null });
  });

  it('whose lease may end before the answer is leased again first', async () => {
    const { message } = await engine.due();
    const { batch } = await claimDue(engine.deps)({ worker: 'slow', limit: 10 });
    engine.deps.clock.advance(55 * SECOND);
    await sendClaimed(engine.deps)(batch);
    expect(engine.sms.sent).toHaveLength(1);
    expect((await engine.row(message.id)).status).toBe('accepted');
  });

  it('whose worker stood still for the night is not handed over, but looked at anew', async () => {
    engine.deps.clock.set('2026-11-23T19:59:30Z');
    const { message, appointment } = await engine.due();
    const { batch } = await claimDue(engine.deps)({ worker: 'asleep', limit: 10 });
    engine.deps.clock.set('2026-11-23T23:00:00Z');
    await sendClaimed(engine.deps)(batch);
    expect(engine.sms.sent).toEqual([]);
    expect(await engine.row(message.id)).toMatchObject({ status: 'failed', reason: 'not_handed_over' });
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    engine.deps.clock.set('2026-11-24T08:00:00Z');
    await engine.send();
    expect(engine.sms.sent).toHaveLength(1);
    expect(await engine.story(appointment.id)).toEqual(['sms failed not_handed_over', 'sms accepted mobile_works']);
  });

  it('whose time runs out between claim and hand-over is not sent, and somebody phones', async () => {
    const now = engine.deps.clock.now();
    const { message, appointment } = await engine.due({ sendBy: now + 5 * SECOND });
    const { batch } = await claimDue(engine.deps)({ worker: 'slow', limit: 10 });
    engine.deps.clock.advance(6 * SECOND);
    await sendClaimed(engine.deps)(batch);
    expect(engine.sms.sent).toEqual([]);
    expect(await engine.row(message.id)).toMatchObject({ status: 'expired', reason: 'out_of_time' });
    expect(await engine.calls(appointment.id)).toEqual(['out_of_time']);
  });

  it('whose person texts STOP between claim and hand-over is not sent, and somebody phones', async () => {
    const { appointment } = await engine.due();
    const { batch } = await claimDue(engine.deps)({ worker: 'w', limit: 10 });
    await receiveReply(engine.deps)({ providerId: 'SM-stop', from: '+447700900123', body: 'STOP' });
    await sendClaimed(engine.deps)(batch);
    await engine.send();
    expect(engine.sms.sent).toEqual([]);
    expect(await engine.calls(appointment.id)).toEqual(['no_other_way']);
  });

  it('gives way to a later rule that another worker took first', async () => {
    const now = engine.deps.clock.now();
    const { appointment, message: later } = await engine.due({ rule: 'one_day_before', notBefore: now });
    await engine.send('quick');
    const earlier = await engine.remind(appointment, { rule: 'three_days_before', notBefore: now - 2 * HOUR });
    await engine.send('slow');
    expect((await engine.row(later.id)).status).toBe('accepted');
    expect(await engine.row(earlier.id)).toMatchObject({ status: 'superseded', reason: 'merged' });
    expect(engine.sms.sent).toHaveLength(1);
  });

  it('whose lease has passed to another worker is not handed over', async () => {
    const { message } = await engine.due();
    const { batch } = await claimDue(engine.deps)({ worker: 'slow', limit: 10 });
    engine.deps.clock.advance(61 * SECOND);
    await engine.reconcile('quick');
    await sendClaimed(engine.deps)(batch);
    expect(engine.sms.sent).toEqual([]);
    expect((await engine.row(message.id)).status).toBe('unknown');
  });
});
