import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { HOUR, MINUTE } from '~/domain/clock';
import { verifyAudit } from '~/services/audit.server';
import { giveNewTime, recordOutcomeAsStaff, undoOutcomeAsStaff } from '~/services/change-appointment-as-staff.server';
import { handleReply } from '~/services/handle-reply.server';
import { recordCall } from '~/services/record-call.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { undoCall } from '~/services/undo-call.server';
import { viewStaffAppointment } from '~/services/view-staff-appointment.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice } from '../support/factories';

describeOnBothDatabases('what staff change', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let sioned: SignedInStaff;
  let elsewhere: SignedInStaff;
  let customerId: string;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    const member = await aMemberOfStaff(deps, (await anOffice(deps)).id);
    sioned = signedIn(member);
    elsewhere = signedIn(await aMemberOfStaff(deps, (await anOffice(deps)).id));
    customerId = (await aCustomer(deps, { officeId: sioned.officeId, adviserId: sioned.id })).id;
  });
  afterEach(() => database.drop());

  const signedIn = (member: Awaited<ReturnType<typeof aMemberOfStaff>>): SignedInStaff => {
    const { id, officeId, firstName, lastName } = member;
    return { kind: 'staff', id, officeId, role: 'adviser', firstName, lastName };
  };
  /** An appointment that began ten minutes ago, unless told otherwise. */
  const anAppointmentAt = (startsAt = deps.clock.now() - 10 * MINUTE) =>
    anAppointment(deps, { customerId, adviserId: sioned.id, officeId: sioned.officeId }, { startsAt });
  const change = (appointmentId: string, staff = sioned) => ({ staff, appointmentId, requestId: null });

  async function statusOf(id: string) {
    const { appointments } = database.db.tables;
    const [row] = await deps.db.read(async (q) => await q.select().from(appointments).where(eq(appointments.id, id)));
    return row?.status;
  }
  async function audited() {
    const { auditEntries: entry } = database.db.tables;
    const rows = await deps.db.read(async (q) => await q.select().from(entry).orderBy(asc(entry.seq)));
    expect(await verifyAudit(deps)()).toMatchObject({ ok: true });
    return rows.map(({ action, detail, actorId }) => [action, detail, actorId].join(' '));
  }

  it('records an outcome and its undoing, each with one line in the audit trail, however often it is pressed', async () => {
    const { id } = await anAppointmentAt();
    const record = () => recordOutcomeAsStaff(deps)({ ...change(id), outcome: 'failed_to_attend' });
    const first = await record();
    if (!first.ok) throw new Error(first.reason);
    await record();
    expect(await statusOf(id)).toBe('failed_to_attend');
    const undo = () => undoOutcomeAsStaff(deps)({ ...change(id), eventId: first.eventId });
    expect(await undo()).toMatchObject({ ok: true, changed: true });
    expect(await undo()).toMatchObject({ ok: true, changed: false });
    expect(await statusOf(id)).toBe('booked');
    expect(await audited()).toEqual([
      `appointment.outcome_recorded failed_to_attend ${sioned.id}`,
      `appointment.outcome_undone  ${sioned.id}`,
    ]);
  });

  it('changes nothing at all for another office, and says only that nothing was found', async () => {
    const { id } = await anAppointmentAt();
    const notFound = { ok: false, reason: 'not_found' };
    const theirs = change(id, elsewhere);
    expect(await recordOutcomeAsStaff(deps)({ ...theirs, outcome: 'attended' })).toEqual(notFound);
    expect(await undoOutcomeAsStaff(deps)({ ...theirs, eventId: null })).toEqual(notFound);
    const startsAt = deps.clock.now() + HOUR;
    expect(await giveNewTime(deps)({ ...theirs, startsAt, expectedVersion: 1, replaced: 0 })).toEqual(notFound);
    const call = { staff: elsewhere, callId: await aCall() };
    const made = { ...call, outcome: 'spoke' as const, contactPointId: null, seen: 0 };
    expect(await recordCall(deps)(made)).toEqual(notFound);
    expect(await undoCall(deps)({ ...call, attemptId: null })).toEqual(notFound);
    expect(await handleReply(deps)({ staff: elsewhere, replyId: await aReply() })).toEqual(notFound);
    expect(await statusOf(id)).toBe('booked');
    expect(await audited()).toEqual([]);
  });

  it('moves an appointment that is still ahead, also outside the adviser’s hours', async () => {
    const { id } = await anAppointmentAt(deps.clock.now() + HOUR);
    const startsAt = deps.clock.now() + 26 * HOUR;
    const moved = await giveNewTime(deps)({ ...change(id), startsAt, expectedVersion: 1, replaced: 0 });
    expect(moved).toEqual({ ok: true, appointmentId: id, startsAt });
    expect(
      await giveNewTime(deps)({ ...change(id), startsAt: startsAt + HOUR, expectedVersion: 1, replaced: 0 }),
    ).toEqual({
      ok: false,
      reason: 'changed',
    });
    expect(await audited()).toEqual([`appointment.moved  ${sioned.id}`]);
  });

  it('books another in place of one that has begun, once, and calls the first rearranged', async () => {
    const { id } = await anAppointmentAt();
    const startsAt = deps.clock.now() + 26 * HOUR;
    const again = () => giveNewTime(deps)({ ...change(id), startsAt, expectedVersion: 1, replaced: 0 });
    const first = await again();
    if (!first.ok) throw new Error(first.reason);
    expect(first.appointmentId).not.toBe(id);
    expect(await again()).toEqual(first);
    expect(await statusOf(id)).toBe('rearranged');
    expect(await statusOf(first.appointmentId)).toBe('booked');
    expect(await audited()).toEqual([
      `appointment.booked_again  ${sioned.id}`,
      `appointment.outcome_recorded rearranged ${sioned.id}`,
    ]);
  });

  it('books nothing in its place when it cannot be called rearranged, nor says so of what was called off since', async () => {
    const { id } = await anAppointmentAt();
    const startsAt = deps.clock.now() + 26 * HOUR;
    const again = () => giveNewTime(deps)({ ...change(id), startsAt, expectedVersion: 1, replaced: 0 });
    const { appointments } = database.db.tables;
    const setStatus = (of: string, status: 'booked' | 'attended' | 'cancelled_by_office') =>
      deps.db.write((q) => q.update(appointments).set({ status }).where(eq(appointments.id, of)));
    await setStatus(id, 'attended');
    expect(await again()).toEqual({ ok: false, reason: 'not_standing' });
    await setStatus(id, 'booked');
    // Both ask at once: one books, and the other finds that booked.
    const both = await Promise.all([again(), again()]);
    expect(both[1]).toEqual(both[0]);
    const [booked] = both;
    await setStatus(booked.ok ? booked.appointmentId : '', 'cancelled_by_office');
    expect(await again()).toEqual({ ok: false, reason: 'changed' });
    expect(await deps.db.read((q) => q.$count(appointments))).toBe(2);

    // Asked on a page that knows of it, it can have yet another time, the same as before too; and so again.
    const view = async () => (await viewStaffAppointment(deps)({ staff: sioned, appointmentId: id }))!;
    expect(await view()).toMatchObject({ mayMove: true, replaced: 1 });
    const asked = { ...change(id), startsAt, expectedVersion: 1, replaced: 1 };
    const another = await giveNewTime(deps)(asked);
    if (!another.ok) throw new Error(another.reason);
    expect(await giveNewTime(deps)(asked)).toEqual(another);
    expect([await statusOf(another.appointmentId), await statusOf(id)]).toEqual(['booked', 'rearranged']);
    expect(await view()).toMatchObject({ mayMove: false, replaced: 2 });
    expect(await deps.db.read((q) => q.$count(appointments))).toBe(3);
  });

  it('does not book two people into the same time', async () => {
    const { id } = await anAppointmentAt();
    const taken = await anAppointmentAt(deps.clock.now() + 26 * HOUR);
    expect(
      await giveNewTime(deps)({ ...change(id), startsAt: taken.startsAt, expectedVersion: 1, replaced: 0 }),
    ).toEqual({
      ok: false,
      reason: 'taken',
    });
    expect(await statusOf(id)).toBe('booked');
  });

  it('shows how to reach somebody who is another office’s by now only while they are still to come here', async () => {
    const contact = { mobile: '+447700900123' };
    const { id } = await aCustomer(deps, { officeId: sioned.officeId, adviserId: sioned.id }, contact);
    const held = { customerId: id, adviserId: sioned.id, officeId: sioned.officeId };
    const { id: appointmentId } = await anAppointment(deps, held, { startsAt: deps.clock.now() + HOUR });
    const numbers = async () =>
      (await viewStaffAppointment(deps)({ staff: sioned, appointmentId }))!.contacts.map(({ display }) => display);
    const { customers } = database.db.tables;
    await deps.db.write((q) =>
      q.update(customers).set({ officeId: elsewhere.officeId, adviserId: null }).where(eq(customers.id, id)),
    );
    expect(await numbers()).toEqual(['07700 900123']);
    deps.clock.advance(3 * HOUR);
    expect(await numbers()).toEqual([]);
    await deps.db.write((q) => q.update(customers).set({ officeId: sioned.officeId }).where(eq(customers.id, id)));
    expect(await numbers()).toEqual(['07700 900123']);
  });

  async function aCall() {
    const id = deps.newId();
    const now = deps.clock.now();
    const entry = { id, officeId: sioned.officeId, customerId, reason: 'asked_for_call' as const, cause: id };
    await deps.db.write((q) => q.insert(q.tables.callList).values({ ...entry, dueAt: now + HOUR, createdAt: now }));
    return id;
  }
  async function aReply() {
    const id = deps.newId();
    const text = { sender: deps.vault.seal('+447700900123'), senderIndex: 'index', body: deps.vault.seal('Late bus') };
    const reply = { id, providerId: id, ...text, meaning: 'other' as const, customerId, receivedAt: deps.clock.now() };
    await deps.db.write((q) => q.insert(q.tables.replies).values(reply));
    return id;
  }

  it('takes a call off the list and puts it back', async () => {
    const callId = await aCall();
    const record = (outcome: 'spoke' | 'no_answer', seen: number) =>
      recordCall(deps)({ staff: sioned, callId, outcome, contactPointId: null, seen });
    expect(await record('no_answer', 0)).toMatchObject({ ok: true, changed: true, closed: false });
    expect(await record('spoke', 1)).toMatchObject({ ok: true, changed: true, closed: true });
    expect(await record('spoke', 1)).toMatchObject({ ok: true, changed: false, closed: true });
    expect(await undoCall(deps)({ staff: sioned, callId, attemptId: null })).toEqual({ ok: true, changed: true });
    expect(await record('spoke', 2)).toMatchObject({ ok: true, changed: true, closed: true });
    const { callList } = database.db.tables;
    const [call] = await deps.db.read(async (q) => await q.select().from(callList));
    expect(call).toMatchObject({ outcome: 'spoke', doneBy: sioned.id, doneAt: deps.clock.now() });
    expect((await audited()).map((line) => line.split(' ')[0])).toEqual([
      'call.tried',
      'call.closed',
      'call.reopened',
      'call.closed',
    ]);
  });

  it('marks a text as dealt with, once', async () => {
    const replyId = await aReply();
    expect(await handleReply(deps)({ staff: sioned, replyId })).toEqual({ ok: true, changed: true });
    expect(await handleReply(deps)({ staff: sioned, replyId })).toEqual({ ok: true, changed: false });
    expect(await audited()).toEqual([`reply.handled  ${sioned.id}`]);
  });
});
