import fc from 'fast-check';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { loadDiary } from '@db/queries/availability.server';
import { loadOfficeDiaries } from '@db/queries/office-diaries.server';
import { openDatabase, type Db } from '@db/client.server';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { bookAsStaff } from '~/services/book-as-staff.server';
import { bookSeries } from '~/services/book-series.server';
import { undoCancellation } from '~/services/cancel-appointment.server';
import { leaveGroupPlace, takeGroupPlace } from '~/services/fill-group-session.server';
import { cancelGroupSession, openGroupSession } from '~/services/manage-group-sessions.server';
import { cancelSeries, restoreSeries } from '~/services/manage-series.server';
import { recordWalkIn } from '~/services/record-walk-in.server';
import { undoBooking } from '~/services/undo-booking.server';
import { viewGroupSession } from '~/services/view-group-sessions.server';
import { verifyAudit } from '~/services/audit.server';
import { DEFAULT_ENGINE } from '~/services/engine-settings';
import { sendDue } from '~/services/send-due.server';
import { anOfficeThatBooks } from '../support/booking-office';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aMemberOfStaff } from '../support/factories';
import { scriptedSender } from '../support/scripted-sender';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const at = (day: number, time: string) => Date.parse(`2026-11-${day}T${time}:00Z`);

describeOnBothDatabases('booking by staff', (dialect) => {
  let database: TestDatabase;
  let second: Db;
  beforeAll(async () => {
    database = await newDatabase(dialect);
    // Another portal, with connections of its own.
    second = openDatabase(database.url);
  });
  afterAll(async () => {
    await second.close();
    await database.drop();
  });

  const sender = scriptedSender('sms');
  const depsOn = (db: Db) => {
    const deps = { ...testDeps(db), senders: [sender] };
    deps.clock.set(NOW);
    return deps;
  };
  let deps: ReturnType<typeof depsOn>;
  beforeEach(() => (deps = depsOn(database.db)));

  const appointmentsOf = (customerId: string) =>
    deps.db.read((q) =>
      q
        .select()
        .from(q.tables.appointments)
        .where(eq(q.tables.appointments.customerId, customerId))
        .orderBy(q.tables.appointments.startsAt),
    );
  const messagesOf = (customerId: string) =>
    deps.db.read((q) => q.select().from(q.tables.messages).where(eq(q.tables.messages.customerId, customerId)));
  const sendAll = () => sendDue(deps, { ...DEFAULT_ENGINE, concurrency: 1 })('worker');

  it('the first meeting is two appointments, both or none', async () => {
    const { customer, booking, staff } = await anOfficeThatBooks(deps);
    const [one, other] = [await customer(), await customer()];
    expect(await bookAsStaff(deps)(booking(one.id, { kind: 'new_customer' }))).toMatchObject({ ok: true, both: true });
    const booked = await appointmentsOf(one.id);
    expect(booked.map(({ kind, startsAt }) => [kind, startsAt])).toEqual([
      ['new_customer', at(24, '10:00')],
      ['work_focus', at(24, '10:40')],
    ]);
    // The second one's time, and ten minutes for notes after it, are gone by now: so the first is not booked either.
    const late = { kind: 'new_customer', startsAt: at(24, '14:00') };
    for (const time of ['10:30', '11:25']) {
      const refused = await bookAsStaff(deps)(booking(other.id, { ...late, second: at(24, time) }));
      expect(refused).toEqual({ ok: false, reason: 'second_taken' });
    }
    expect(await appointmentsOf(other.id)).toEqual([]);
    expect(await messagesOf(other.id)).toEqual([]);
    const undone = await undoBooking(deps)({ staff, appointmentId: booked[0]!.id, requestId: null });
    expect(undone).toMatchObject({ ok: true, changed: true, told: false });
    expect((await appointmentsOf(one.id)).map(({ status }) => status)).toEqual(Array(2).fill('cancelled_by_office'));
    expect(await verifyAudit(deps)()).toMatchObject({ ok: true });
  });

  it('a time that was taken meanwhile is refused, the same form twice books once, and nobody is in two places', async () => {
    const { customer, booking, owner, office } = await anOfficeThatBooks(deps);
    const [one, other] = [await customer(), await customer()];
    const form = booking(one.id, {});
    const twice = [await bookAsStaff(deps)(form), await bookAsStaff(deps)(form)];
    expect(twice[1]).toEqual(twice[0]);
    expect(await bookAsStaff(deps)(booking(other.id, {}))).toEqual({ ok: false, reason: 'taken' });
    const colleague = await aMemberOfStaff(deps, office.id);
    const elsewhere = booking(one.id, { adviserId: colleague.id, typed: true });
    expect(await bookAsStaff(deps)(elsewhere)).toEqual({ ok: false, reason: 'customer_busy' });
    const evening = { startsAt: at(24, '19:00') };
    expect(await bookAsStaff(deps)(booking(other.id, evening))).toEqual({ ok: false, reason: 'taken' });
    expect(await bookAsStaff(deps)(booking(other.id, { ...evening, typed: true }))).toMatchObject({ ok: true });
    expect(owner.adviserId).toBe(form.adviserId);
  });

  it('a booking that is taken back at once sends nothing; one that was told of is told off', async () => {
    const { customer, booking, staff } = await anOfficeThatBooks(deps);
    const [one, other] = [await customer(), await customer()];
    const quiet = await bookAsStaff(deps)(booking(one.id, {}));
    if (!quiet.ok) throw new Error(quiet.reason);
    await undoBooking(deps)({ staff, appointmentId: quiet.appointmentId, requestId: null });
    await sendAll();
    expect((await messagesOf(one.id)).every(({ status }) => status === 'cancelled')).toBe(true);

    const told = await bookAsStaff(deps)(booking(other.id, {}));
    if (!told.ok) throw new Error(told.reason);
    await sendAll();
    const undo = { staff, appointmentId: told.appointmentId, requestId: null };
    expect(await undoBooking(deps)(undo)).toMatchObject({ ok: true, told: true });
    expect(await undoBooking(deps)(undo)).toMatchObject({ ok: true, changed: false });
    expect((await messagesOf(other.id)).filter(({ status }) => status === 'planned')).toHaveLength(1);
  });

  it('what was taken back is not said to be booked when its form comes again', async () => {
    const { customer, booking, staff } = await anOfficeThatBooks(deps);
    const form = booking((await customer()).id, {});
    const booked = await bookAsStaff(deps)(form);
    if (!booked.ok) throw new Error(booked.reason);
    await undoBooking(deps)({ staff, appointmentId: booked.appointmentId, requestId: null });
    expect(await bookAsStaff(deps)(form)).toEqual({ ok: false, reason: 'changed' });
    expect(await bookAsStaff(deps)({ ...form, key: deps.newId() })).toMatchObject({ ok: true });
  });

  it('a booking is taken back as if it had never been only while its customer does not know of it', async () => {
    const { customer, booking, staff } = await anOfficeThatBooks(deps);
    const { id } = await customer();
    const booked = await bookAsStaff(deps)(booking(id, {}));
    if (!booked.ok) throw new Error(booked.reason);
    const { appointmentId } = booked;
    const undo = () => undoBooking(deps)({ staff, appointmentId, requestId: null });
    const set = (row: { confirmedAt?: number | null; cannotComeAt?: number | null; updatedAt?: number }) =>
      deps.db.write((q) => q.update(q.tables.appointments).set(row).where(eq(q.tables.appointments.id, appointmentId)));
    for (const answer of ['confirmedAt', 'cannotComeAt'] as const) {
      await set({ [answer]: NOW });
      expect(await undo()).toEqual({ ok: false, reason: 'changed_since' });
      await set({ [answer]: null });
    }
    // It is the booking that is long ago, whatever was written since.
    deps.clock.advance(2 * HOUR + 1);
    await set({ updatedAt: deps.clock.now() });
    expect(await undo()).toEqual({ ok: false, reason: 'changed_since' });
    deps.clock.set(NOW + HOUR);
    await deps.db.write(async (q) => {
      const callId = deps.newId();
      const call = { id: callId, customerId: id, officeId: staff.officeId, appointmentId, reason: 'no_other_way' as const }; // prettier-ignore
      await q.insert(q.tables.callList).values({ ...call, cause: callId, dueAt: NOW, createdAt: NOW });
      const attempt = { id: deps.newId(), callId, at: NOW + HOUR, staffId: staff.id, outcome: 'spoke' as const };
      await q.insert(q.tables.callAttempts).values(attempt);
    });
    expect(await undo()).toMatchObject({ ok: true, changed: true, told: true });
    expect((await messagesOf(id)).filter(({ status }) => status === 'planned')).toHaveLength(1);
  });

  it('somebody who walks in is seen now, unless the adviser has somebody; nothing reminds them', async () => {
    const { customer, booking, staff } = await anOfficeThatBooks(deps);
    const [one, other] = [await customer(), await customer()];
    await bookAsStaff(deps)(booking(other.id, { startsAt: at(23, '09:30') }));
    deps.clock.set(at(23, '09:00'));
    const walk = { staff, customerId: one.id, key: deps.newId(), adviserId: staff.id, kind: 'work_focus', requestId: null }; // prettier-ignore
    expect(await recordWalkIn(deps)({ ...walk, minutes: null })).toEqual({ ok: false, reason: 'taken' });
    const seen = await recordWalkIn(deps)({ ...walk, minutes: 30 });
    expect(await recordWalkIn(deps)({ ...walk, minutes: 30 })).toEqual(seen);
    expect(await appointmentsOf(one.id)).toMatchObject([
      { status: 'attended', walkIn: true, startsAt: at(23, '09:00') },
    ]);
    expect((await messagesOf(one.id)).map(({ purpose }) => purpose)).toEqual(['feedback']);
    const undo = { staff, appointmentId: seen.ok ? seen.appointmentId : '', requestId: null };
    expect(await undoBooking(deps)(undo)).toMatchObject({ ok: true, told: false });
    expect((await messagesOf(one.id)).map(({ status }) => status)).toEqual(['superseded']);
    expect(await recordWalkIn(deps)({ ...walk, minutes: 30 })).toEqual({ ok: false, reason: 'changed' });
  });

  it('a series takes what it can, names the rest, and can be called off and taken back', async () => {
    const { customer, booking, staff } = await anOfficeThatBooks(deps);
    const [one, other] = [await customer(), await customer()];
    await bookAsStaff(deps)(booking(other.id, { startsAt: at(25, '10:00') }));
    const starts = [at(24, '10:00'), at(25, '10:00'), at(27, '10:00')];
    const form = { staff, customerId: one.id, adviserId: staff.id, kind: 'work_focus', minutes: 30, requestId: null };
    const series = await bookSeries(deps)({ ...form, key: deps.newId(), mode: 'phone', starts });
    expect(series).toMatchObject({ ok: true, missed: [at(25, '10:00')] });
    if (!series.ok) throw new Error(series.reason);
    const change = { staff, seriesId: series.seriesId, requestId: null };
    expect(await cancelSeries(deps)(change)).toMatchObject({ ok: true, changed: 2 });
    expect(await cancelSeries(deps)(change)).toMatchObject({ ok: true, changed: 0 });
    await bookAsStaff(deps)(booking(other.id, { startsAt: at(24, '10:20') }));
    expect(await restoreSeries(deps)(change)).toMatchObject({ ok: true, changed: 1, left: 1 });
    expect((await appointmentsOf(one.id)).map(({ status }) => status)).toEqual(['cancelled_by_office', 'booked']);
  });

  it('of two who want the last place of a group at once, one gets it; a cancelled session tells everybody', async () => {
    const { customer, booking, staff, adviser } = await anOfficeThatBooks(deps);
    const wish = { kind: 'group', title: 'CV', titleInWelsh: '', adviserId: adviser.id, placeId: null };
    const open = { staff, key: deps.newId(), wish: { ...wish, startsAt: at(26, '10:00'), minutes: 60, capacity: 2 } };
    const opened = await openGroupSession(deps)(open);
    expect(await openGroupSession(deps)(open)).toEqual(opened);
    expect(await openGroupSession(deps)({ ...open, key: deps.newId() })).toEqual({
      ok: false,
      reason: 'adviser_taken',
    });
    const people = [await customer(), await customer(), await customer()];
    // The adviser's time is taken once: by the session.
    const during = booking(people[2]!.id, { startsAt: at(26, '10:30') });
    expect(await bookAsStaff(deps)(during)).toEqual({ ok: false, reason: 'taken' });
    const place = (n: number) => ({ staff, sessionId: open.key, customerId: people[n]!.id, requestId: null });
    const first = await takeGroupPlace(deps)(place(0));
    expect(await takeGroupPlace(deps)(place(0))).toEqual({ ...first, changed: false });
    const [there, elsewhere] = [deps, depsOn(second)];
    for (let round = 0; round < 20; round += 1) {
      const results = await Promise.all([takeGroupPlace(there)(place(1)), takeGroupPlace(elsewhere)(place(2))]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'full' });
      const winner = results.find((result) => result.ok);
      if (!winner?.ok || round === 19) break;
      const left = { staff, sessionId: open.key, appointmentId: winner.appointmentId, requestId: null };
      expect(await leaveGroupPlace(deps)(left)).toEqual({ ok: true, changed: true });
    }
    // Whoever was taken off has their place back only while there is one.
    const off = (await appointmentsOf(people[1]!.id)).concat(await appointmentsOf(people[2]!.id)).find(({ status }) => status === 'cancelled_by_office'); // prettier-ignore
    const [firstId] = (await appointmentsOf(people[0]!.id)).map(({ id }) => id);
    const takeBack = (appointmentId: string) => undoCancellation(deps)({ staff, appointmentId, eventId: null, requestId: null }); // prettier-ignore
    if (off) expect(await takeBack(off.id)).toEqual({ ok: false, reason: 'taken' });
    await leaveGroupPlace(deps)({ staff, sessionId: open.key, appointmentId: firstId!, requestId: null });
    expect(await takeBack(firstId!)).toEqual({ ok: true, changed: true });
    // Who could have a place is looked for as customers are everywhere, and that is on record.
    const someone = await customer();
    const look = async (find: string) =>
      (await viewGroupSession(deps)({ staff, sessionId: open.key, language: 'en', find }))!.found.map(({ id }) => id);
    const searches = () =>
      deps.db.read(
        (q) =>
        q.$count(q.tables.auditEntries, and(eq(q.tables.auditEntries.actorId, staff.id), eq(q.tables.auditEntries.action, 'customer.searched'))), // prettier-ignore
      );
    expect([await look('%'), await look('_'), await look(''), await searches()]).toEqual([[], [], [], 0]);
    expect([await look(someone.ref.toLowerCase()), await searches()]).toEqual([[someone.id], 1]);
    const cancelled = await cancelGroupSession(deps)({ staff, sessionId: open.key, requestId: null });
    expect(cancelled).toEqual({ ok: true, told: 2 });
    expect(await takeBack(firstId!)).toEqual({ ok: false, reason: 'taken' });
    expect((await appointmentsOf(people[0]!.id)).map(({ status }) => status)).toEqual(['cancelled_by_office']);
    expect(await bookAsStaff(deps)(during)).toMatchObject({ ok: true });
  });

  it('the diaries of an office are those of its advisers, one by one', async () => {
    const { office, adviser, customer } = await anOfficeThatBooks(deps);
    const { id: customerId } = await customer();
    const colleague = await aMemberOfStaff(deps, office.id);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 96 }), fc.integer({ min: 0, max: 60 })), { maxLength: 4 }), // prettier-ignore
        async (made) => {
          await deps.db.write(async (q) => {
            for (const [mine, quarter, bufferMinutes] of made) {
              const startsAt = NOW + quarter * 15 * MINUTE;
              await q.insert(q.tables.appointments).values({
                ...{
                  id: deps.newId(),
                  ref: deps.newId(),
                  customerId,
                  officeId: office.id,
                  kind: 'review',
                  mode: 'phone',
                },
                ...{ adviserId: mine ? adviser.id : colleague.id, startsAt, endsAt: startsAt + HOUR, bufferMinutes },
                ...{ status: 'booked', bookedAt: NOW, updatedAt: NOW },
              });
            }
          });
          const window = { from: NOW + 6 * HOUR, to: NOW + DAY };
          const all = await deps.db.read((q) => loadOfficeDiaries(q, { officeId: office.id, ...window }));
          for (const one of all) {
            const alone = await deps.db.read((q) =>
              loadDiary(q, { adviserId: one.adviser.id, ...window, exceptId: null }),
            );
            const order = (list: typeof alone.busy) => [...list].sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt).map(({ startsAt, endsAt }) => [startsAt, endsAt]); // prettier-ignore
            expect(order(one.diary.busy)).toEqual(order(alone.busy));
            expect({ ...one.diary, busy: [], availability: one.diary.availability.length }).toEqual({ ...alone, busy: [], availability: alone.availability.length }); // prettier-ignore
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});
