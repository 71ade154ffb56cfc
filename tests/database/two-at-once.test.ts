import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openDatabase, type Db } from '@db/client.server';
import { MINUTE } from '~/domain/clock';
import { bookAsStaff } from '~/services/book-as-staff.server';
import { bookSeries } from '~/services/book-series.server';
import { giveNewTime } from '~/services/change-appointment-as-staff.server';
import { changeRole } from '~/services/change-member.server';
import { listFreeTimes } from '~/services/list-free-times.server';
import { openGroupSession } from '~/services/manage-group-sessions.server';
import { recordOutcome } from '~/services/record-outcome.server';
import { recordWalkIn } from '~/services/record-walk-in.server';
import { undoOutcome } from '~/services/undo-outcome.server';
import { viewBooking } from '~/services/view-booking.server';
import { within } from '~/services/within';
import { anOfficeThatBooks } from '../support/booking-office';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aMemberOfStaff, anAppointment } from '../support/factories';
import { untilSomebodyWaits } from '../support/lock-waits';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const at = (day: number, time: string) => Date.parse(`2026-11-${day}T${time}:00Z`);

describeOnBothDatabases('what two do at once, or one after the other', (dialect) => {
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

  const depsOn = (db: Db) => {
    const deps = testDeps(db);
    deps.clock.set(NOW);
    return deps;
  };
  let deps: ReturnType<typeof depsOn>;
  beforeEach(() => (deps = depsOn(database.db)));

  it('a new time, or an undo, puts nobody in two places, and no such time is offered', async () => {
    const { customer, adviser, staff, office } = await anOfficeThatBooks(deps);
    const { id: customerId } = await customer();
    const colleague = await aMemberOfStaff(deps, office.id);
    const meet = (adviserId: string, startsAt: number) =>
      anAppointment(deps, { customerId, adviserId, officeId: office.id }, { startsAt });
    await meet(colleague.id, at(25, '10:00'));
    const [ahead, begun] = [await meet(adviser.id, at(24, '10:00')), await meet(adviser.id, NOW - 10 * MINUTE)];
    const change = { staff, expectedVersion: 1, replaced: 0, requestId: null };
    for (const { id } of [ahead, begun]) {
      const moved = giveNewTime(deps)({ ...change, appointmentId: id, startsAt: at(25, '10:15') });
      expect(await moved).toEqual({ ok: false, reason: 'customer_busy' });
    }
    const free = (await listFreeTimes(deps)({ appointmentId: ahead.id })).map(({ startsAt }) => startsAt);
    expect(free.filter((time) => at(25, '09:30') < time && time < at(25, '10:30'))).toEqual([]);
    const wish = { kind: 'work_focus', mode: 'in_person', minutes: 30, adviserId: adviser.id, at: null } as const;
    const asked = { staff, customerId, language: 'en', wish: { ...wish, fromOn: '2026-11-25' } } as const;
    const view = await viewBooking(deps)(asked);
    const [day] = (typeof view === 'object' && view?.free.first?.days) || [];
    expect(day).toMatchObject({ date: '2026-11-25' });
    expect(day!.times.filter((time) => at(25, '09:30') < time && time < at(25, '10:30'))).toEqual([]);

    // Excused, and booked with a colleague since: the first does not stand again.
    deps.clock.set(at(24, '09:50'));
    const actor = { kind: 'staff' as const, id: staff.id };
    const on = { appointmentId: ahead.id, officeId: office.id, actor };
    expect(await recordOutcome(deps)({ ...on, outcome: 'excused' })).toMatchObject({ ok: true });
    await meet(colleague.id, at(24, '10:00'));
    expect(await undoOutcome(deps)(on)).toEqual({ ok: false, reason: 'changed_since' });
  });

  it('whoever loses their diary at that moment is booked with by nobody', async () => {
    const { customer, booking, office, staff } = await anOfficeThatBooks(deps);
    const { id: customerId } = await customer();
    const manager = { kind: 'staff' as const, ...(await aMemberOfStaff(deps, office.id, { role: 'manager' })), role: 'manager' as const }; // prettier-ignore
    const elsewhere = depsOn(second);
    const about = (adviserId: string) => ({ staff, customerId, adviserId, key: deps.newId(), requestId: null });
    const group = { kind: 'group', title: 'CV', titleInWelsh: '', placeId: null, startsAt: at(26, '10:00') };
    const ways = [
      (adviserId: string) => bookAsStaff(deps)(booking(customerId, { adviserId, typed: true })),
      (adviserId: string) => recordWalkIn(deps)({ ...about(adviserId), kind: 'work_focus', minutes: 30 }),
      (adviserId: string) =>
        bookSeries(deps)({ ...about(adviserId), kind: 'work_focus', minutes: 30, mode: 'phone', starts: [at(24, '12:00')] }), // prettier-ignore
      (adviserId: string) =>
        openGroupSession(deps)({ ...about(adviserId), wish: { ...group, adviserId, minutes: 60, capacity: 2 } }),
    ];
    for (const book of ways) {
      const { id } = await aMemberOfStaff(deps, office.id);
      let booked: Promise<{ ok: boolean }> | undefined;
      await elsewhere.db.write(async (q) => {
        await changeRole(within(elsewhere, q))({ staff: manager, id, typed: { role: 'champion' } });
        booked = book(id);
        await untilSomebodyWaits(database);
      });
      expect(await booked).toMatchObject({ ok: false });
    }
  });

  it('a group session that is sent twice at once is opened once, and both hear that', async () => {
    const { adviser, staff } = await anOfficeThatBooks(deps);
    const wish = { kind: 'group', title: 'CV', titleInWelsh: '', adviserId: adviser.id, placeId: null };
    const form = { staff, key: deps.newId(), wish: { ...wish, startsAt: at(26, '10:00'), minutes: 60, capacity: 2 } };
    let again: Promise<unknown> | undefined;
    const elsewhere = depsOn(second);
    await elsewhere.db.write(async (q) => {
      expect(await openGroupSession(within(elsewhere, q))(form)).toMatchObject({ ok: true });
      again = openGroupSession(deps)(form);
      await untilSomebodyWaits(database);
    });
    expect(await again).toEqual({ ok: true, sessionId: form.key });
  });
});
