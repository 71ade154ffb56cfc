import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Dialect } from '@db/client.server';
import { findAppointment, listAppointmentEvents } from '@db/queries/appointments.server';
import type { Actor } from '~/domain/access/role';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { bookAppointment } from '~/services/book-appointment.server';
import { confirmAppointment } from '~/services/confirm-appointment.server';
import { declineAppointment } from '~/services/decline-appointment.server';
import { listFreeTimes } from '~/services/list-free-times.server';
import { moveAppointment } from '~/services/move-appointment.server';
import { requestCall } from '~/services/request-call.server';
import { saveAppointments } from '~/services/save-appointments.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aDiary, told, type TestDiary } from '../support/diary';
import { aCustomer } from '../support/factories';
import { fakeClock } from '../support/fake-clock';

const LINK: Actor = { kind: 'link', id: null };
const STAFF: Actor = { kind: 'staff', id: 'sioned' };
/** A Monday; clocks are at UTC. */
const START = Date.parse('2026-11-23T09:00:00Z');
const at = (local: string) => Date.parse(`${local}:00Z`);

describeOnBothDatabases('what customers answer', (dialect: Dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let diary: TestDiary;
  beforeAll(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db, { clock: fakeClock(START) });
  });
  beforeEach(async () => {
    deps.clock.set(START);
    diary = await aDiary(deps);
  });
  afterAll(() => database.drop());

  async function booked(startsAt = at('2026-12-01T10:00')) {
    const [saved] = await deps.db.write((q) =>
      saveAppointments(q, deps, [told(deps, diary, { startsAt })], { kind: 'import', id: null }),
    );
    return saved!.appointmentId;
  }
  const row = async (id: string) => (await deps.db.read((q) => findAppointment(q, id)))!;
  const history = async (id: string) =>
    (await deps.db.read((q) => listAppointmentEvents(q, id))).map((event) => event.kind);
  const calls = () =>
    deps.db.read((q) => q.select().from(q.tables.callList).where(eq(q.tables.callList.officeId, diary.office.id)));
  const standing = (id: string) => ({ appointmentId: id, actor: LINK });

  describe('I’ll be there', () => {
    it('is kept once, however often it is pressed', async () => {
      const id = await booked();
      const first = await confirmAppointment(deps)(standing(id));
      expect(first).toEqual({ ok: true, confirmedAt: START, changed: true });
      deps.clock.advance(MINUTE);
      const [second, third] = await Promise.all([
        confirmAppointment(deps)(standing(id)),
        confirmAppointment(deps)(standing(id)),
      ]);
      expect(second).toEqual({ ok: true, confirmedAt: START, changed: false });
      expect(third).toEqual(second);
      expect(await history(id)).toEqual(['booked', 'confirmed']);
    });

    it('is one event when two taps arrive together', async () => {
      const id = await booked();
      const answers = await Promise.all(Array.from({ length: 5 }, () => confirmAppointment(deps)(standing(id))));
      expect(answers.every((answer) => answer.ok && answer.confirmedAt === START)).toBe(true);
      expect(await history(id)).toEqual(['booked', 'confirmed']);
    });

    it('takes back “I can’t come” and the call about it', async () => {
      const id = await booked();
      await declineAppointment(deps)({ ...standing(id), reason: 'unwell' });
      await confirmAppointment(deps)(standing(id));
      expect(await row(id)).toMatchObject({ confirmedAt: START, cannotComeAt: null, cannotComeReason: null });
      expect(await calls()).toMatchObject([{ outcome: 'not_needed', doneAt: START }]);
    });

    it('is too late once the appointment is over, and nothing after it was cancelled', async () => {
      const id = await booked();
      deps.clock.set(at('2026-12-01T10:29'));
      expect(await confirmAppointment(deps)(standing(id))).toMatchObject({ ok: true });
      deps.clock.set(at('2026-12-01T10:30'));
      expect(await confirmAppointment(deps)(standing(id))).toEqual({ ok: false, reason: 'past' });
      expect(await declineAppointment(deps)(standing(id))).toEqual({ ok: false, reason: 'past' });
      expect(await confirmAppointment(deps)(standing('nothing'))).toEqual({ ok: false, reason: 'not_standing' });
    });
  });

  describe('I can’t come', () => {
    it('asks the adviser to call, at once and only once, and keeps the time', async () => {
      const id = await booked();
      await confirmAppointment(deps)(standing(id));
      const first = await declineAppointment(deps)(standing(id));
      expect(first).toEqual({ ok: true, cannotComeAt: START, changed: true });
      deps.clock.advance(MINUTE);
      expect(await declineAppointment(deps)(standing(id))).toEqual({ ok: true, cannotComeAt: START, changed: false });
      expect(await row(id)).toMatchObject({
        status: 'booked',
        version: 1,
        confirmedAt: null,
        cannotComeAt: START,
        cannotComeReason: 'not_given',
      });
      expect(await calls()).toMatchObject([
        { reason: 'cannot_come', ownerId: diary.adviser.id, dueAt: START, doneAt: null, appointmentId: id },
      ]);
    });

    it('takes a reason afterwards, without another call', async () => {
      const id = await booked();
      await declineAppointment(deps)(standing(id));
      deps.clock.advance(MINUTE);
      expect(await declineAppointment(deps)({ ...standing(id), reason: 'caring' })).toMatchObject({ changed: true });
      expect(await declineAppointment(deps)(standing(id))).toMatchObject({ changed: false });
      expect(await row(id)).toMatchObject({ cannotComeAt: START, cannotComeReason: 'caring' });
      expect(await calls()).toHaveLength(1);
    });

    it('opens the call again when the person changes their mind twice', async () => {
      const id = await booked();
      await declineAppointment(deps)(standing(id));
      await confirmAppointment(deps)(standing(id));
      deps.clock.advance(HOUR);
      await declineAppointment(deps)(standing(id));
      expect(await calls()).toMatchObject([{ doneAt: null, outcome: null, dueAt: START + HOUR }]);
    });
  });

  describe('another time', () => {
    it('offers at most twelve, from two hours ahead to fourteen days, in the adviser’s hours', async () => {
      const id = await booked();
      const times = (await listFreeTimes(deps)({ appointmentId: id })).map((time) => time.startsAt);
      expect(times).toHaveLength(12);
      expect(times[0]).toBe(at('2026-11-23T11:00'));
      expect(times.at(-1)!).toBeGreaterThan(START + 9 * DAY);
      expect(times.at(-1)!).toBeLessThan(START + 14 * DAY);
      for (const time of times) {
        expect([1, 2, 3, 4, 5]).toContain(new Date(time).getUTCDay());
        expect(await moveAppointment(deps)({ appointmentId: id, startsAt: time, actor: LINK })).toMatchObject({
          ok: true,
        });
      }
    });

    it('does not offer a time that is taken, even by somebody who can’t come', async () => {
      const taken = await booked(at('2026-11-23T11:00'));
      await declineAppointment(deps)(standing(taken));
      const id = await booked();
      const [first] = await listFreeTimes(deps)({ appointmentId: id });
      expect(first?.startsAt).toBe(at('2026-11-23T11:30'));
      const move = await moveAppointment(deps)({ appointmentId: id, startsAt: at('2026-11-23T11:00'), actor: LINK });
      expect(move).toEqual({ ok: false, reason: 'taken' });
    });

    it('moves once, asks for a new answer, replans, and closes the call', async () => {
      const id = await booked();
      await declineAppointment(deps)(standing(id));
      const target = { appointmentId: id, startsAt: at('2026-11-26T14:00'), actor: LINK };
      const time = { startsAt: target.startsAt, endsAt: target.startsAt + 30 * MINUTE };
      expect(await moveAppointment(deps)({ ...target, expectedVersion: 1 })).toEqual({
        ok: true,
        version: 2,
        ...time,
        changed: true,
      });
      expect(await moveAppointment(deps)({ ...target, expectedVersion: 1 })).toEqual({
        ok: true,
        version: 2,
        ...time,
        changed: false,
      });
      expect(await row(id)).toMatchObject({ ...time, version: 2, confirmedAt: null, cannotComeAt: null });
      expect(await history(id)).toEqual(['booked', 'cannot_come', 'moved']);
      expect(await calls()).toMatchObject([{ outcome: 'not_needed' }]);
      const versions = await deps.db.read((q) =>
        q.select().from(q.tables.reminders).where(eq(q.tables.reminders.appointmentId, id)),
      );
      expect(versions.some((reminder) => reminder.appointmentVersion === 2)).toBe(true);
    });

    it.each([
      ['in the past', '2026-11-23T08:30', {}, 'past'],
      ['on a Sunday', '2026-11-29T10:00', {}, 'not_free'],
      ['between two of the adviser’s times', '2026-11-26T10:07', {}, 'not_free'],
      ['running over the end of the day', '2026-11-26T16:45', {}, 'not_free'],
      ['next year', '2027-03-01T10:00', {}, 'not_free'],
      ['with an override that only staff have', '2026-11-29T10:00', { override: true }, 'not_free'],
      ['from a page that is out of date', '2026-11-26T10:00', { expectedVersion: 7 }, 'changed'],
    ])('refuses a time %s', async (_, local, more, reason) => {
      const id = await booked();
      const move = await moveAppointment(deps)({ appointmentId: id, startsAt: at(local), actor: LINK, ...more });
      expect(move).toEqual({ ok: false, reason });
      expect(await history(id)).toEqual(['booked']);
    });

    it('lets staff go outside the hours, but never on top of another', async () => {
      const id = await booked();
      await booked(at('2026-11-26T10:00'));
      const move = (local: string) =>
        moveAppointment(deps)({ appointmentId: id, startsAt: at(local), actor: STAFF, override: true });
      expect(await move('2026-11-26T10:10')).toEqual({ ok: false, reason: 'taken' });
      expect(await move('2026-11-29T18:10')).toMatchObject({ ok: true });
      expect(await move('2026-11-22T18:10')).toEqual({ ok: false, reason: 'past' });
    });

    it('is over once the appointment has begun', async () => {
      const id = await booked();
      deps.clock.set(at('2026-12-01T10:00'));
      expect(await moveAppointment(deps)({ appointmentId: id, startsAt: at('2026-12-02T10:00'), actor: LINK })).toEqual(
        {
          ok: false,
          reason: 'past',
        },
      );
    });

    it('gives one of fifty people who press the same time that time', async () => {
      const ids: string[] = [];
      for (let index = 0; index < 50; index += 1) ids.push(await booked(at('2026-12-01T09:00') + index * 35 * MINUTE));
      const startsAt = at('2026-11-27T10:00');
      const moves = await Promise.all(
        ids.map((appointmentId) => moveAppointment(deps)({ appointmentId, startsAt, actor: LINK })),
      );
      expect(moves.filter((move) => move.ok)).toHaveLength(1);
      expect(moves.filter((move) => !move.ok).every((move) => !move.ok && move.reason === 'taken')).toBe(true);
      const there = await deps.db.read((q) =>
        q.select().from(q.tables.appointments).where(eq(q.tables.appointments.startsAt, startsAt)),
      );
      expect(there.filter((appointment) => appointment.adviserId === diary.adviser.id)).toHaveLength(1);
    });
  });

  describe('please call me', () => {
    it('is on the list once while it is open, due within the hour', async () => {
      const id = await booked();
      const ask = () => requestCall(deps)({ customerId: diary.customer.id, appointmentId: id, actor: LINK });
      expect(await Promise.all([ask(), ask(), ask()])).toEqual(
        expect.arrayContaining([
          { ok: true, dueAt: START + HOUR, changed: true },
          { ok: true, dueAt: START + HOUR, changed: false },
        ]),
      );
      deps.clock.advance(DAY);
      expect(await ask()).toEqual({ ok: true, dueAt: START + HOUR, changed: false });
      expect(await calls()).toMatchObject([{ reason: 'asked_for_call', ownerId: diary.adviser.id }]);
      expect(await history(id)).toEqual(['booked', 'call_requested']);
    });

    it('opens again when it was answered and the person asks once more that day', async () => {
      const ask = () =>
        requestCall(deps)({ customerId: diary.customer.id, actor: { kind: 'customer', id: diary.customer.id } });
      await ask();
      await deps.db.write((q) =>
        q
          .update(q.tables.callList)
          .set({ doneAt: START, outcome: 'spoke' })
          .where(eq(q.tables.callList.customerId, diary.customer.id)),
      );
      deps.clock.advance(2 * HOUR);
      expect(await ask()).toEqual({ ok: true, dueAt: START + 3 * HOUR, changed: true });
      expect(await calls()).toMatchObject([{ doneAt: null, outcome: null, dueAt: START + 3 * HOUR }]);
    });

    it('does not take somebody else’s appointment', async () => {
      const id = await booked();
      const other = await aCustomer(deps, { officeId: diary.office.id, adviserId: diary.adviser.id });
      const answer = await requestCall(deps)({ customerId: other.id, appointmentId: id, actor: LINK });
      expect(answer).toEqual({ ok: false, reason: 'not_found' });
      expect(await calls()).toEqual([]);
    });
  });

  describe('booking', () => {
    const booking = () => ({
      customerId: diary.customer.id,
      adviserId: diary.adviser.id,
      officeId: diary.office.id,
      kind: 'review',
      mode: 'phone' as const,
      startsAt: at('2026-11-26T10:00'),
      durationMinutes: 30,
      purpose: 'Talk about the course',
      actor: STAFF,
    });

    it('gives one of many who press at once the time, and plans its reminders', async () => {
      const ties = { officeId: diary.office.id, adviserId: diary.adviser.id };
      const customers = await Promise.all(Array.from({ length: 10 }, () => aCustomer(deps, ties)));
      const results = await Promise.all(
        customers.map((customer) => bookAppointment(deps)({ ...booking(), customerId: customer.id })),
      );
      expect(results.filter((result) => !result.ok && result.reason === 'taken')).toHaveLength(9);
      const winner = results.find((result) => result.ok);
      const id = winner?.ok ? winner.appointmentId : '';
      const reminders = await deps.db.read((q) =>
        q.select().from(q.tables.reminders).where(eq(q.tables.reminders.appointmentId, id)),
      );
      expect(reminders.length).toBeGreaterThan(0);
    });

    it('books once for a form that is sent twice, and refuses what cannot be', async () => {
      const book = bookAppointment(deps);
      const first = await book({ ...booking(), ref: `F-${diary.office.id}` });
      expect(await book({ ...booking(), ref: `F-${diary.office.id}` })).toEqual(first);
      const elsewhere = { ...booking(), ref: `F-${diary.office.id}`, startsAt: at('2026-11-26T11:00') };
      expect(await book(elsewhere)).toEqual({ ok: false, reason: 'ref_in_use' });
      expect(await book({ ...booking(), startsAt: at('2026-11-29T10:00') })).toEqual({ ok: false, reason: 'not_free' });
      expect(await book({ ...booking(), customerId: 'nobody' })).toEqual({ ok: false, reason: 'not_found' });
    });
  });
});
