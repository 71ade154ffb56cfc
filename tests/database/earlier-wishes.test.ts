import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY, HOUR } from '~/domain/clock';
import { declineAppointment } from '~/services/decline-appointment.server';
import { moveAppointment } from '~/services/move-appointment.server';
import { viewOfficeDay } from '~/services/view-office-day.server';
import { viewOwnAppointment } from '~/services/view-own-appointment.server';
import { viewStaffAppointment } from '~/services/view-staff-appointment.server';
import { askForEarlier, viewEarlierTimes, withdrawEarlier } from '~/services/wish-earlier.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice, availableAllWeek } from '../support/factories';

const NOW = Date.parse('2026-11-23T09:00:00Z');

describeOnBothDatabases('an earlier time', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let owner: { officeId: string; adviserId: string };
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    const office = await anOffice(deps);
    const adviser = await aMemberOfStaff(deps, office.id);
    await availableAllWeek(deps, adviser.id);
    owner = { officeId: office.id, adviserId: adviser.id };
  });
  afterEach(() => database.drop());

  async function booked(startsAt: number, fields: Parameters<typeof aCustomer>[2] = {}) {
    const { id: customerId } = await aCustomer(deps, owner, fields);
    const { id } = await anAppointment(deps, { ...owner, customerId }, { startsAt });
    return { id, customerId, key: { kind: 'own' as const, appointmentId: id, customerId } };
  }
  const staff = () => ({ kind: 'staff', id: owner.adviserId, officeId: owner.officeId, role: 'adviser' }) as never;
  const seen = (id: string) => viewStaffAppointment(deps)({ staff: staff(), appointmentId: id });
  const wishOf = async ({ id: appointmentId, customerId }: { id: string; customerId: string }) =>
    (await viewOwnAppointment(deps)({ appointmentId, customerId }))?.wouldComeSooner;

  it('is offered where one is free: before the meeting, and with two hours’ notice', async () => {
    const { key } = await booked(NOW + 26 * HOUR);
    const view = await viewEarlierTimes(deps)(key);
    const times = 'times' in view ? view.times : [];
    expect(times.length).toBeGreaterThan(0);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(NOW + 2 * HOUR);
    expect(Math.max(...times)).toBeLessThan(NOW + 26 * HOUR);
  });

  it('is not there for a meeting within two hours', async () => {
    const { key } = await booked(NOW + HOUR);
    expect(await viewEarlierTimes(deps)(key)).toMatchObject({ times: [], asked: false });
  });

  it('is wished for once, keeps its place in the line, and can be taken back', async () => {
    const one = await booked(NOW + 2 * DAY);
    expect(await askForEarlier(deps)(one.key)).toBe('done');
    deps.clock.advance(HOUR);
    await askForEarlier(deps)(one.key);
    const [row] = await deps.db.read((q) => q.select().from(q.tables.earlierWishes));
    expect(row).toMatchObject({ askedAt: NOW, withdrawnAt: null });
    expect(await wishOf(one)).toBe(true);
    await withdrawEarlier(deps)(one.key);
    await withdrawEarlier(deps)(one.key);
    expect(await wishOf(one)).toBe(false);
    await askForEarlier(deps)(one.key);
    expect(await wishOf(one)).toBe(true);
  });

  it('ends with a move to an earlier time, not with one to a later', async () => {
    const one = await booked(NOW + 2 * DAY);
    await askForEarlier(deps)(one.key);
    const actor = { kind: 'staff' as const, id: owner.adviserId };
    const move = (startsAt: number) =>
      moveAppointment(deps)({ appointmentId: one.id, startsAt, actor, override: true });
    await move(NOW + 3 * DAY);
    expect(await wishOf(one)).toBe(true);
    await move(NOW + DAY);
    expect(await wishOf(one)).toBe(false);
  });

  it('is nobody else’s to wish', async () => {
    const one = await booked(NOW + DAY);
    const other = await booked(NOW + 2 * DAY);
    expect(await askForEarlier(deps)({ ...one.key, customerId: other.customerId })).toBe('unknown');
  });

  it('shows to staff where a time has come free, in the order in which people asked', async () => {
    const freed = await booked(NOW + DAY);
    const late = await booked(NOW + 4 * DAY, { firstName: 'Nia' });
    const early = await booked(NOW + 5 * DAY, { firstName: 'Bryn' });
    await askForEarlier(deps)(early.key);
    deps.clock.advance(1);
    await askForEarlier(deps)(late.key);
    expect((await seen(freed.id))?.couldTakeIt).toEqual([]);
    await declineAppointment(deps)({ appointmentId: freed.id, actor: { kind: 'customer', id: freed.customerId } });
    expect((await seen(freed.id))?.couldTakeIt.map(({ firstName }) => firstName)).toEqual(['Bryn', 'Nia']);
    expect((await seen(late.id))?.wouldComeSoonerSince).toBe(NOW + 1);
    const day = await viewOfficeDay(deps)({ staff: staff(), date: '2026-11-24', adviser: 'all' });
    expect(day.rows).toMatchObject([{ id: freed.id, wouldComeSooner: 2 }]);
  });
});
