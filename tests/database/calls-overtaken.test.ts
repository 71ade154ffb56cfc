import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import type { Actor } from '~/domain/access/role';
import { confirmAppointment } from '~/services/confirm-appointment.server';
import { callInstead } from '~/services/follow-up.server';
import { declineAppointment } from '~/services/decline-appointment.server';
import { moveAppointment } from '~/services/move-appointment.server';
import { receiveReply } from '~/services/receive-reply.server';
import { receiveStatus } from '~/services/receive-status.server';
import { recordCall } from '~/services/record-call.server';
import { reviveContactPoint } from '~/services/revive-contact-point.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine, type TestEngine } from '../support/engine';

const LINK: Actor = { kind: 'link', id: null };
const STAFF: Actor = { kind: 'staff', id: 'sioned' };
const MOBILE = '+447700900123';

describeOnBothDatabases('calls and what happens meanwhile', (dialect) => {
  let database: TestDatabase;
  let engine: TestEngine;
  let sioned: SignedInStaff;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    engine.deps.clock.set('2026-11-24T10:00:00Z');
    const { id, officeId, firstName, lastName } = engine.adviser;
    sioned = { kind: 'staff', id, officeId, role: 'adviser', firstName, lastName };
  });
  afterEach(() => database.drop());

  /** A text that was sent and came back undelivered, so that somebody has to phone. */
  async function undelivered() {
    const due = await engine.due();
    await engine.send();
    const news = (providerStatus: string, errorCode: string | null = null) =>
      receiveStatus(engine.deps)({
        ...{ provider: 'twilio', messageId: due.message.id, providerId: `SM-${due.message.id}` },
        ...{ providerStatus, errorCode },
      });
    await news('undelivered', '30003');
    await engine.send();
    return { ...due, news };
  }
  const entries = async () =>
    (await engine.deps.db.read((q) => q.select().from(q.tables.callList).orderBy(q.tables.callList.createdAt))).map(
      (call) => [call.reason, call.outcome ?? 'open'].join(' '),
    );
  const health = async () => {
    const { contactPoints } = database.db.tables;
    const rows = await engine.deps.db.read((q) =>
      q
        .select()
        .from(contactPoints)
        .where(eq(contactPoints.valueIndex, engine.deps.vault.index(MOBILE))),
    );
    return rows.map((row) => row.health).join();
  };

  it.each([
    ['cancelled_by_office', 'cancelled', ['not_delivered open']],
    ['cancelled_by_customer', 'cancelled', []],
    // A reminder that says nothing of it.
    ['cancelled_by_office', 'one_day_before', []],
  ] as const)(
    'an appointment that is %s, and nobody knows whether the message (%s) arrived',
    async (status, rule, calls) => {
      const { appointment, message } = await engine.due({ rule, appointment: { status: 'booked' } });
      await engine.deps.db.write(async (q) => {
        const { appointments, messages, reminders } = q.tables;
        await q.update(appointments).set({ status, version: 2 }).where(eq(appointments.id, appointment.id));
        if (rule === 'cancelled') await q.update(reminders).set({ appointmentVersion: 2 });
        await q.update(messages).set({ status: 'failed', reason: 'not_known' }).where(eq(messages.id, message.id));
        await callInstead(q, engine.deps, await engine.row(message.id), 'not_delivered');
      });
      expect(await entries()).toEqual(calls);
    },
  );

  it.each([
    [
      'they confirm by the link',
      (id: string) => confirmAppointment(engine.deps)({ appointmentId: id, actor: LINK }),
      ['not_delivered not_needed'],
    ],
    [
      'they confirm by text',
      async (id: string) => {
        const { appointments } = database.db.tables;
        const [row] = await engine.deps.db.read((q) => q.select().from(appointments).where(eq(appointments.id, id)));
        await engine.remind(row!, { rule: 'three_days_before' });
        await engine.send();
        engine.deps.clock.advance(MINUTE);
        await receiveReply(engine.deps)({ providerId: 'SM-in', from: MOBILE, body: '1' });
      },
      ['not_delivered not_needed'],
    ],
    [
      'they cannot come, which is another call',
      (id: string) => declineAppointment(engine.deps)({ appointmentId: id, actor: LINK }),
      ['not_delivered not_needed', 'cannot_come open'],
    ],
    [
      'it is moved',
      (id: string) =>
        moveAppointment(engine.deps)({
          ...{ appointmentId: id, startsAt: engine.deps.clock.now() + 3 * DAY, actor: STAFF, override: true },
        }),
      ['not_delivered not_needed'],
    ],
  ])('an entry closes itself when %s', async (_, happens, left) => {
    const { appointment } = await undelivered();
    expect(await entries()).toEqual(['not_delivered open']);
    engine.deps.clock.advance(MINUTE);
    await happens(appointment.id);
    expect(await entries()).toEqual(left);
  });

  it('an entry closes itself when another message about the same meeting arrives after all', async () => {
    const { appointment } = await undelivered();
    const later = await engine.remind(appointment, { rule: 'changed' });
    await engine.send();
    expect(await entries()).toEqual(['not_delivered open']);
    await receiveStatus(engine.deps)({
      ...{ provider: 'twilio', messageId: later.id, providerId: `SM-${later.id}` },
      ...{ providerStatus: 'delivered', errorCode: null },
    });
    expect(await entries()).toEqual(['not_delivered not_needed']);
  });

  it('what arrives about an older version closes nothing', async () => {
    const { appointment } = await undelivered();
    const { appointments } = database.db.tables;
    const later = await engine.remind(appointment, { rule: 'changed' });
    await engine.send();
    await engine.deps.db.write((q) => q.update(appointments).set({ version: 2 }));
    await receiveStatus(engine.deps)({
      ...{ provider: 'twilio', messageId: later.id, providerId: `SM-${later.id}` },
      ...{ providerStatus: 'delivered', errorCode: null },
    });
    expect(await entries()).toEqual(['not_delivered open']);
  });

  it('a meeting on Monday at 9:15 has its call due when the office closes on Friday', async () => {
    engine.deps.clock.set('2026-11-27T10:00:00Z');
    const startsAt = Date.parse('2026-11-30T09:15:00Z');
    const customer = await engine.customer({});
    const { message } = await engine.due({
      ...{ customerId: customer.id, appointment: { startsAt }, sendBy: startsAt - 15 * MINUTE },
    });
    await engine.send();
    const { callList } = database.db.tables;
    const [call] = await engine.deps.db.read((q) =>
      q.select().from(callList).where(eq(callList.messageId, message.id)),
    );
    expect(call).toMatchObject({ reason: 'no_other_way', dueAt: Date.parse('2026-11-27T17:00:00Z') });
  });

  describe('a number', () => {
    it('is given up after three texts in a row over two days, and revived by one that arrives', async () => {
      const customer = await engine.customer();
      engine.deps.clock.advance(MINUTE);
      const text = async (status: string, code: string | null) => {
        const { message } = await engine.due({ customerId: customer.id });
        await engine.send();
        await receiveStatus(engine.deps)({
          ...{ provider: 'twilio', messageId: message.id, providerId: `SM-${message.id}` },
          ...{ providerStatus: status, errorCode: code },
        });
        return message;
      };
      const first = await engine.due({ customerId: customer.id });
      await engine.send();
      for (let day = 0; day < 2; day += 1) {
        await text('undelivered', '30003');
        expect(await health()).toBe('failing');
        engine.deps.clock.advance(DAY + HOUR);
      }
      await text('undelivered', '30003');
      expect(await health()).toBe('dead');
      const late = { provider: 'twilio', messageId: first.message.id, providerId: `SM-${first.message.id}` };
      await receiveStatus(engine.deps)({ ...late, providerStatus: 'delivered', errorCode: null });
      expect(await health()).toBe('working');
    });

    it('that is somebody else’s stays given up when a text arrives there, until a colleague knows better', async () => {
      const { news } = await undelivered();
      const { callList, contactPoints } = database.db.tables;
      const [call] = await engine.deps.db.read((q) => q.select().from(callList));
      const [point] = await engine.deps.db.read((q) => q.select().from(contactPoints));
      await recordCall(engine.deps)({
        ...{ staff: sioned, callId: call!.id, outcome: 'wrong_number', contactPointId: point!.id, seen: 0 },
      });
      expect(await health()).toBe('dead');
      const { message } = await engine.due({ customerId: point!.customerId });
      await engine.deps.db.write((q) =>
        q
          .update(q.tables.messages)
          .set({ status: 'sent', provider: 'twilio', providerId: 'SM-x', recipientIndex: point!.valueIndex })
          .where(eq(q.tables.messages.id, message.id)),
      );
      const arrived = { provider: 'twilio', messageId: message.id, providerId: 'SM-x' };
      await receiveStatus(engine.deps)({ ...arrived, providerStatus: 'delivered', errorCode: null });
      expect(await health()).toBe('dead');
      await news('delivered');
      await reviveContactPoint(engine.deps)({ staff: sioned, contactPointId: point!.id });
      expect(await health()).toBe('untried');
    });
  });
});
