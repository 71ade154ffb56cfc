import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyAudit } from '~/services/audit.server';
import { cancelAppointment, undoCancellation } from '~/services/cancel-appointment.server';
import {
  addFormatRequest,
  reopenFormatRequest,
  saveFormatRequest,
  takeFormatRequest,
} from '~/services/change-format-request.server';
import { chaseFormatRequests } from '~/services/chase-format-requests.server';
import { moveAppointment } from '~/services/move-appointment.server';
import { saveAccessNeeds } from '~/services/save-access-needs.server';
import { saveAppointments } from '~/services/save-appointments.server';
import { sendFormatLetter, setBilingual, takeLetterBack } from '~/services/send-format-letter.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { viewFormatRequest, viewFormatRequests } from '~/services/view-format-requests.server';
import { viewOfficeDay } from '~/services/view-office-day.server';
import { viewOwnAppointment } from '~/services/view-own-appointment.server';
import { viewStaffAppointment } from '~/services/view-staff-appointment.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aContactPoint, aCustomer, aMemberOfStaff, anOffice, aStep, availableAllWeek } from '../support/factories';

/** Sioned and Aled of Bangor; Paul is of another office. It is Tuesday 24 November 2026; they meet on 10 December. */
describeOnBothDatabases('requests for other formats', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let aled: Awaited<ReturnType<typeof aCustomer>>;
  let sioned: SignedInStaff;
  let paul: SignedInStaff;
  let appointmentId: string;
  const STARTS = Date.parse('2026-12-10T10:00Z');

  const signedIn = ({
    id,
    officeId,
    firstName,
    lastName,
  }: Awaited<ReturnType<typeof aMemberOfStaff>>): SignedInStaff => ({
    ...{ kind: 'staff', role: 'adviser', id, officeId, firstName, lastName },
  });
  const book = async (startsAt = STARTS, ref = 'A1') => {
    const one = {
      ...{ ref, kind: 'adviser', mode: 'in_person' as const, purpose: 'Plan', bring: '', status: 'booked' as const },
      ...{ startsAt, endsAt: startsAt + 1_800_000, bookedAt: deps.clock.now() },
      ...{ customerId: aled.id, adviserId: sioned.id, officeId: sioned.officeId },
    };
    const [saved] = await deps.db.write((q) => saveAppointments(q, deps, [one], { kind: 'import', id: null }));
    return saved!.appointmentId;
  };
  const rows = () => deps.db.read((q) => q.select().from(q.tables.formatRequests));
  const only = async () => {
    const all = await rows();
    expect(all).toHaveLength(1);
    return all[0]!;
  };
  const needs = (...told: ('bsl' | 'braille')[]) =>
    saveAccessNeeds(deps)({ customerId: aled.id, told: Object.fromEntries(told.map((need) => [need, ''])) });
  const said = { supplier: 'Dwylo', reference: 'D-1', dueOn: '2026-12-03', note: '' };
  const save = async (state: 'asked' | 'booked' | 'done' | 'cannot', more: Partial<typeof said> = {}) => {
    const { id, updatedAt: seen } = await only();
    return saveFormatRequest(deps)({ staff: sioned, id, seen, said: { ...said, state, ...more } });
  };
  const ready = async () => {
    const one = await viewStaffAppointment(deps)({ staff: sioned, appointmentId });
    return one!.people.map((person) => person.ready);
  };

  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    deps.clock.set('2026-11-24T10:00:00Z');
    const office = await anOffice(deps);
    sioned = signedIn(await aMemberOfStaff(deps, office.id));
    await availableAllWeek(deps, sioned.id);
    paul = signedIn(await aMemberOfStaff(deps, (await anOffice(deps)).id, { firstName: 'Paul' }));
    aled = await aCustomer(deps, { officeId: office.id, adviserId: sioned.id }, { mobile: '+447700900123' });
  });
  afterEach(() => database.drop());

  it('begin with the meeting, or with the need, whichever comes later, and once', async () => {
    await needs('bsl');
    appointmentId = await book();
    const first = await only();
    expect(first).toMatchObject({
      kind: 'bsl',
      appointmentId,
      ownerId: sioned.id,
      dueOn: '2026-12-03',
      state: 'to_arrange',
    });
    expect(await chaseFormatRequests(deps)()).toEqual({ changed: 0, chased: 0 });
    await needs();
    expect((await only()).state).toBe('cancelled');
    await needs('bsl');
    expect(await only()).toMatchObject({ id: first.id, state: 'to_arrange', closedAt: null });
  });

  it('is ready only when somebody is booked for the time that it has now', async () => {
    await needs('bsl');
    appointmentId = await book();
    expect(await ready()).toEqual([false]);
    expect(await save('booked')).toMatchObject({ ok: true, changed: true });
    expect(await ready()).toEqual([true]);
    const own = await viewOwnAppointment(deps)({ customerId: aled.id, appointmentId });
    expect(own!.people).toEqual([{ kind: 'bsl', ready: true, state: 'booked' }]);
    const startsAt = Date.parse('2026-12-11T11:00Z');
    const moved = await moveAppointment(deps)({
      appointmentId,
      startsAt,
      override: true,
      actor: { kind: 'staff', id: sioned.id },
    });
    expect(moved.ok).toBe(true);
    expect(await ready()).toEqual([false]);
    expect(await only()).toMatchObject({
      state: 'to_arrange',
      meetsAt: startsAt,
      dueOn: '2026-12-04',
      supplier: 'Dwylo',
    });
  });

  it('is off with the meeting, and on again with it', async () => {
    await needs('bsl');
    appointmentId = await book();
    const change = { staff: sioned, appointmentId, requestId: null };
    const off = await cancelAppointment(deps)({ ...change, reason: 'no_room' });
    expect((await only()).state).toBe('cancelled');
    await undoCancellation(deps)({ ...change, eventId: off.ok ? off.eventId : null });
    expect((await only()).state).toBe('to_arrange');
  });

  it('are found by the worker where nobody told us, and chased once a day', async () => {
    appointmentId = await book(Date.parse('2026-11-26T10:00Z'));
    await deps.db.write((q) =>
      q.insert(q.tables.accessNeeds).values({
        ...{ id: deps.newId(), customerId: aled.id, need: 'bsl', toldAt: deps.clock.now(), toldBy: 'import' },
      }),
    );
    expect(await ready()).toEqual([false]);
    expect(await chaseFormatRequests(deps)()).toEqual({ changed: 1, chased: 1 });
    expect(await chaseFormatRequests(deps)()).toEqual({ changed: 0, chased: 0 });
    deps.clock.set('2026-11-25T10:00:00Z');
    expect(await chaseFormatRequests(deps)()).toEqual({ changed: 0, chased: 1 });
    const day = await viewOfficeDay(deps)({ staff: sioned, date: '2026-11-26', adviser: null });
    expect(day.rows[0]!.people).toMatchObject([{ kind: 'bsl', ready: false }]);
    expect(day.needs.formats).toMatchObject([{ kind: 'bsl', stage: 'with_manager' }]);
    const view = await viewFormatRequests(deps)({ staff: sioned, show: 'manager' });
    expect(view.pressing).toHaveLength(1);
  });

  it('are changed by one at a time, put a call on the list when they cannot be had, and can be taken back', async () => {
    await needs('bsl');
    appointmentId = await book();
    const { id, updatedAt } = await only();
    expect(await save('asked')).toMatchObject({ ok: true, changed: true });
    const late = { staff: sioned, id, seen: updatedAt, said: { ...said, state: 'booked' as const } };
    expect(await saveFormatRequest(deps)(late)).toEqual({ ok: false, reason: 'changed_since' });
    expect(await save('asked')).toMatchObject({ ok: true, changed: false });
    expect(await save('cannot', { note: 'nobody free' })).toMatchObject({ ok: true, before: 'asked', after: 'cannot' });
    expect((await only()).note).not.toContain('nobody');
    const calls = () => deps.db.read((q) => q.select().from(q.tables.callList));
    expect(await calls()).toMatchObject([{ reason: 'format_cannot', customerId: aled.id, doneAt: null }]);
    expect(await reopenFormatRequest(deps)({ staff: sioned, id, was: 'asked' })).toMatchObject({ after: 'asked' });
    expect((await calls())[0]!.doneAt).not.toBeNull();
    for (const nobody of [
      await saveFormatRequest(deps)({ ...late, staff: paul }),
      await takeFormatRequest(deps)({ staff: paul, id }),
      await reopenFormatRequest(deps)({ staff: paul, id, was: null }),
    ])
      expect(nobody).toEqual({ ok: false, reason: 'not_found' });
    expect(await viewFormatRequest(deps)({ staff: paul, id })).toBeNull();
  });

  it('are asked for by hand, once however often the form is sent', async () => {
    appointmentId = await book();
    const wanted = { kind: 'bsl' as const, appointmentId, paper: null, spoken: '', dueOn: null, note: 'please' };
    const add = () => addFormatRequest(deps)({ staff: sioned, customerId: aled.id, key: deps.newId(), wanted });
    expect(await add()).toEqual(await add());
    expect(await only()).toMatchObject({ askedBy: 'staff', dueOn: '2026-12-03' });
    // No need is on record, and still it stays.
    expect(await chaseFormatRequests(deps)()).toEqual({ changed: 0, chased: 0 });
    const elsewhere = { staff: paul, customerId: aled.id, key: deps.newId(), wanted };
    expect(await addFormatRequest(deps)(elsewhere)).toEqual({ ok: false, reason: 'not_found' });
  });

  it('go beside a plan that is posted to somebody who reads braille; the letter can be taken back', async () => {
    const of = { staff: sioned, customerId: aled.id };
    const send = () => sendFormatLetter(deps)({ ...of, paper: 'plan', requestId: null });
    expect(await send()).toEqual({ ok: false, reason: 'no_address' });
    await aContactPoint(deps, aled.id, 'post', '14 Heol y Bryn\nBangor\nLL57 2AB');
    await needs('braille');
    expect(await setBilingual(deps)({ ...of, on: true })).toBe(true);
    expect(await send()).toEqual({ ok: true, changed: true });
    expect(await send()).toEqual({ ok: true, changed: false });
    expect(await only()).toMatchObject({ kind: 'braille', paper: 'plan', dueOn: '2026-12-08' });
    const [letter] = await deps.db.read((q) => q.select().from(q.tables.messages));
    const body = deps.vault.open(letter!.body!);
    expect(body).toMatch(/^Call us: .*\f(Cymraeg|English)\n/s);
    const messageId = letter!.id;
    expect(await takeLetterBack(deps)({ ...of, staff: paul, messageId })).toEqual({ ok: false, reason: 'not_found' });
    expect(await takeLetterBack(deps)({ ...of, messageId })).toEqual({ ok: true });
    expect(await send()).toEqual({ ok: true, changed: true });
  });

  const onTrail = async () =>
    (await deps.db.read(async (q) => await q.select().from(q.tables.auditEntries)))
      .filter(({ subjectKind }) => subjectKind === 'format_request')
      .sort((a, b) => a.seq - b.seq)
      .map(({ action, actorKind, actorId, detail }) => [action, actorKind, actorId, detail]);

  it('made by rule are on the audit trail, each change once', async () => {
    await needs('bsl');
    appointmentId = await book();
    await chaseFormatRequests(deps)();
    await cancelAppointment(deps)({ staff: sioned, appointmentId, reason: 'other', requestId: null });
    await chaseFormatRequests(deps)();
    expect(await onTrail()).toEqual([
      ['format_request.asked', 'worker', null, 'bsl'],
      ['format_request.called_off', 'worker', null, 'bsl to_arrange'],
    ]);
    expect(await verifyAudit(deps)()).toMatchObject({ ok: true });
  });

  it('made with a letter are called off when it is taken back, and made anew with the next', async () => {
    await aContactPoint(deps, aled.id, 'post', '12 Harbour Row\nBangor\nLL57 2AB');
    await aStep(deps, aled.id);
    await needs('braille');
    const about = { staff: sioned, customerId: aled.id };
    const send = () => sendFormatLetter(deps)({ ...about, paper: 'plan', requestId: null });
    expect(await send()).toEqual({ ok: true, changed: true });
    expect(await only()).toMatchObject({ kind: 'braille', paper: 'plan', state: 'to_arrange' });
    const [letter] = await deps.db.read((q) => q.select().from(q.tables.messages));
    const back = { ...about, messageId: letter!.id };
    expect(await takeLetterBack(deps)({ ...back, staff: paul })).toEqual({ ok: false, reason: 'not_found' });
    expect((await only()).state).toBe('to_arrange');
    await takeLetterBack(deps)(back);
    await takeLetterBack(deps)(back);
    expect(await only()).toMatchObject({ state: 'cancelled', closedAt: deps.clock.now() });
    await send();
    expect((await rows()).map(({ state }) => state).sort()).toEqual(['cancelled', 'to_arrange']);
    expect(await onTrail()).toEqual([
      ['format_request.asked', 'staff', sioned.id, 'braille plan'],
      ['format_request.called_off', 'staff', sioned.id, 'to_arrange'],
      ['format_request.asked', 'staff', sioned.id, 'braille plan'],
    ]);
  });
});
