import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { findAppointment, listAppointmentEvents } from '@db/queries/appointments.server';
import { listReminderMessages } from '@db/queries/reminders.server';
import { DAY, HOUR } from '~/domain/clock';
import type { MessageStatus } from '~/domain/messaging/message';
import { cancelAppointment, undoCancellation } from '~/services/cancel-appointment.server';
import { saveAppointments } from '~/services/save-appointments.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aDiary, told, type TestDiary } from '../support/diary';
import { aCustomer, anAppointment, aMemberOfStaff, anOffice } from '../support/factories';

const NOW = Date.parse('2026-11-23T10:00:00Z');

describeOnBothDatabases('an appointment that the office calls off', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let diary: TestDiary;
  let sioned: SignedInStaff;
  let id: string;
  beforeAll(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
  });
  afterAll(() => database.drop());
  beforeEach(async () => {
    deps.clock.set(NOW);
    diary = await aDiary(deps);
    const { id: staffId, firstName, lastName } = await aMemberOfStaff(deps, diary.office.id);
    sioned = { kind: 'staff', id: staffId, officeId: diary.office.id, role: 'adviser', firstName, lastName };
    const facts = told(deps, diary, { startsAt: NOW + 4 * DAY });
    const [saved] = await deps.db.write((q) => saveAppointments(q, deps, [facts], { kind: 'import', id: null }));
    id = saved!.appointmentId;
    deps.clock.advance(HOUR);
  });

  const change = (staff = sioned) => ({ staff, appointmentId: id, requestId: null });
  const cancel = (staff = sioned) => cancelAppointment(deps)({ ...change(staff), reason: 'adviser_away' });
  const undo = (eventId: string | null = null, staff = sioned) => undoCancellation(deps)({ ...change(staff), eventId });
  const row = async () => (await deps.db.read((q) => findAppointment(q, id)))!;
  const messages = async () =>
    (await deps.db.read((q) => listReminderMessages(q, [id])))
      .map(({ rule, version, status }) => `${version} ${rule} ${status}`)
      .sort();
  const setStatus = (status: MessageStatus) =>
    deps.db.write(async (q) => {
      const { messages: m, reminders } = q.tables;
      const sent = await q.select({ id: reminders.id }).from(reminders).where(eq(reminders.rule, 'cancelled'));
      for (const one of sent) await q.update(m).set({ status }).where(eq(m.reminderId, one.id));
    });

  it('is told to the customer, with its reason in the history and nowhere else, once', async () => {
    const first = await cancel();
    expect(first).toMatchObject({ ok: true, changed: true });
    expect(await cancel()).toEqual({ ...first, changed: false });
    expect(await row()).toMatchObject({ status: 'cancelled_by_office', version: 2, cannotComeReason: null });
    const planned = (await messages()).filter((one) => one.endsWith('planned'));
    expect(planned).toEqual(['2 cancelled planned']);
    const events = await deps.db.read((q) => listAppointmentEvents(q, id));
    expect(events.map(({ kind }) => kind)).toEqual(['booked', 'cancelled']);
    expect(events[1]!.after).toMatchObject({ cancelReason: 'adviser_away' });
  });

  it('stands again as it was when that is taken back in time, twice to no further effect', async () => {
    const before = { row: await row(), messages: await messages() };
    const cancelled = await cancel();
    const eventId = cancelled.ok ? cancelled.eventId : null;
    expect(await undo(eventId)).toEqual({ ok: true, changed: true });
    expect(await undo(eventId)).toEqual({ ok: true, changed: false });
    expect(await row()).toEqual({ ...before.row, updatedAt: deps.clock.now() });
    const standing = (await messages()).filter((one) => one.endsWith('planned'));
    expect(standing).toEqual(before.messages.filter((one) => one.endsWith('planned')));
    expect((await messages()).some((one) => one.startsWith('2 cancelled superseded'))).toBe(true);
    expect(await cancel()).toMatchObject({ ok: true, changed: true });
    expect((await messages()).filter((one) => one.endsWith('planned'))).toEqual(['2 cancelled planned']);
  });

  it.each<MessageStatus>(['claimed', 'accepted', 'sent', 'delivered', 'unknown'])(
    'stays called off when the text may be out: %s',
    async (status) => {
      await cancel();
      await setStatus(status);
      expect(await undo()).toEqual({ ok: false, reason: 'told' });
      expect(await row()).toMatchObject({ status: 'cancelled_by_office' });
    },
  );

  it('stays called off when the customer was told by phone, unless that is taken back', async () => {
    await cancel();
    const callId = deps.newId();
    const now = deps.clock.now();
    await deps.db.write(async (q) => {
      const { customerId, officeId } = await row();
      const call = { id: callId, customerId, officeId, appointmentId: id, reason: 'no_other_way' as const };
      await q.insert(q.tables.callList).values({ ...call, cause: callId, dueAt: now, createdAt: now });
      const attempt = { id: deps.newId(), callId, at: now, staffId: sioned.id, outcome: 'spoke' as const };
      await q.insert(q.tables.callAttempts).values(attempt);
    });
    expect(await undo()).toEqual({ ok: false, reason: 'told' });
    await deps.db.write((q) => q.update(q.tables.callAttempts).set({ undoneAt: now }));
    expect(await undo()).toEqual({ ok: true, changed: true });
  });

  it('stays called off when its customer is elsewhere then, or what is kept free after it is taken', async () => {
    await deps.db.write((q) =>
      q.update(q.tables.appointments).set({ bufferMinutes: 10 }).where(eq(q.tables.appointments.id, id)),
    );
    await cancel();
    const { customerId, adviserId, officeId, startsAt, endsAt } = await row();
    const end = (one: string) =>
      deps.db.write((q) =>
        q.update(q.tables.appointments).set({ status: 'excused' }).where(eq(q.tables.appointments.id, one)),
      );
    const colleague = await aMemberOfStaff(deps, officeId);
    const elsewhere = { customerId, adviserId: colleague.id, officeId };
    const other = await anAppointment(deps, elsewhere, { startsAt });
    expect(await undo()).toEqual({ ok: false, reason: 'taken' });
    await end(other.id);
    const { id: somebodyElse } = await aCustomer(deps, { officeId, adviserId });
    const after = await anAppointment(deps, { customerId: somebodyElse, adviserId, officeId }, { startsAt: endsAt });
    expect(await undo()).toEqual({ ok: false, reason: 'taken' });
    await end(after.id);
    expect(await undo()).toEqual({ ok: true, changed: true });
  });

  it('stands again without its room when somebody else has that by now', async () => {
    const placeId = deps.newId();
    await deps.db.write(async (q) => {
      const place = { id: placeId, officeId: diary.office.id, kind: 'room' as const, name: 'Room 2' };
      await q.insert(q.tables.places).values(place);
      await q.update(q.tables.appointments).set({ placeId, mode: 'in_person' }).where(eq(q.tables.appointments.id, id));
    });
    await cancel();
    expect(await undo()).toEqual({ ok: true, changed: true });
    expect(await row()).toMatchObject({ status: 'booked', placeId });
    await cancel();
    const { officeId, startsAt } = await row();
    const colleague = await aMemberOfStaff(deps, officeId);
    const { id: customerId } = await aCustomer(deps, { officeId, adviserId: colleague.id });
    await anAppointment(deps, { customerId, adviserId: colleague.id, officeId }, { startsAt, placeId });
    expect(await undo()).toEqual({ ok: true, changed: true });
    expect(await row()).toMatchObject({ status: 'booked', placeId: null });
  });

  it('stays called off when its time is taken, or has come', async () => {
    await cancel();
    const { customerId, adviserId, officeId, startsAt } = await row();
    const other = await anAppointment(deps, { customerId, adviserId, officeId }, { startsAt });
    expect(await undo()).toEqual({ ok: false, reason: 'taken' });
    const { appointments } = database.db.tables;
    await deps.db.write((q) => q.update(appointments).set({ status: 'excused' }).where(eq(appointments.id, other.id)));
    deps.clock.set(startsAt);
    expect(await undo()).toEqual({ ok: false, reason: 'begun' });
  });

  it('cannot be called off from its start on, nor when something came of it, nor by another office', async () => {
    const office = await anOffice(deps);
    const elsewhere = { ...sioned, officeId: office.id };
    expect(await cancel(elsewhere)).toEqual({ ok: false, reason: 'not_found' });
    expect(await undo(null, elsewhere)).toEqual({ ok: false, reason: 'not_found' });
    expect(await undo()).toEqual({ ok: false, reason: 'changed_since' });
    deps.clock.set((await row()).startsAt);
    expect(await cancel()).toEqual({ ok: false, reason: 'begun' });
    const { appointments } = database.db.tables;
    await deps.db.write((q) => q.update(appointments).set({ status: 'attended' }).where(eq(appointments.id, id)));
    expect(await cancel()).toEqual({ ok: false, reason: 'not_standing' });
  });

  it('is called off once by two colleagues at the same moment', async () => {
    const both = await Promise.all([cancel(), cancel()]);
    expect(both.map((one) => one.ok && one.changed).sort()).toEqual([false, true]);
    expect((await deps.db.read((q) => listAppointmentEvents(q, id))).length).toBe(2);
  });
});
