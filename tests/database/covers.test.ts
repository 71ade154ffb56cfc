import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyAudit } from '~/services/audit.server';
import { endCover, reopenCover, saveCover, viewCovers } from '~/services/manage-covers.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { viewAdviser } from '~/services/view-adviser.server';
import { viewOfficeDay } from '~/services/view-office-day.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice, availableAllWeek } from '../support/factories';

/** The clock stands at 9:00 on Monday 23 November 2026. */
describeOnBothDatabases('covers', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let officeId: string;
  let [sioned, rhys, helen, elin]: SignedInStaff[] = [];
  let aled: string;

  const member = async (firstName: string, role: 'adviser' | 'manager', office = officeId): Promise<SignedInStaff> => {
    const more = { speaks: 'en,cy', helpsWith: 'Writing a CV', phone: firstName === 'Rhys' ? '01632960777' : '' };
    const { id, lastName } = await aMemberOfStaff(deps, office, { firstName, role, ...more });
    return { kind: 'staff', id, officeId: office, role, firstName, lastName };
  };
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    officeId = (await anOffice(deps)).id;
    sioned = await member('Sioned', 'adviser');
    rhys = await member('Rhys', 'adviser');
    helen = await member('Helen', 'adviser');
    elin = await member('Elin', 'manager');
    await availableAllWeek(deps, sioned.id);
    aled = (await aCustomer(deps, { officeId, adviserId: sioned.id })).id;
  });
  afterEach(async () => {
    expect(await verifyAudit(deps)()).toMatchObject({ ok: true });
    await database.drop();
  });

  const week = { fromOn: '2026-11-24', untilOn: '2026-12-04' };
  const save = (more: Partial<Parameters<ReturnType<typeof saveCover>>[0]> = {}) =>
    saveCover(deps)({ staff: elin!, id: null, adviserId: sioned!.id, standInId: rhys!.id, ...week, ...more });
  const saved = async (more: Parameters<typeof save>[0] = {}) => {
    const result = await save(more);
    if (!result.ok) throw new Error(result.reason);
    return result.id;
  };
  const page = () => viewAdviser(deps)({ customerId: aled });
  const list = async (staff = elin!) => (await viewCovers(deps)({ staff })).covers;

  it('begin and end by themselves, with the days of the office, and customers are told before', async () => {
    await saved();
    expect(await page()).toMatchObject({ cover: null, ahead: { standIn: { firstName: 'Rhys' }, ...week } });
    deps.clock.set('2026-11-24T00:00:00Z');
    expect(await page()).toMatchObject({
      adviser: { firstName: 'Sioned', helpsWith: 'Writing a CV', speaks: ['en', 'cy'], phone: null },
      cover: { standIn: { firstName: 'Rhys' }, untilOn: '2026-12-04', phone: '01632 960777' },
      ahead: null,
    });
    deps.clock.set('2026-12-04T23:59:00Z');
    expect((await page()).cover).not.toBeNull();
    deps.clock.set('2026-12-05T00:00:00Z');
    expect(await page()).toMatchObject({ cover: null, ahead: null });
    expect(await list()).toMatchObject([{ state: 'over' }]);
  });

  it('are shown on the day that they are in force', async () => {
    await saved();
    const covers = async (date: string) =>
      (await viewOfficeDay(deps)({ staff: rhys!, date, adviser: null })).covers.map(
        ({ standIn, adviser }) => `${standIn.firstName} for ${adviser.firstName}`,
      );
    expect(await covers('2026-11-23')).toEqual([]);
    expect(await covers('2026-12-04')).toEqual(['Rhys for Sioned']);
  });

  it('of one adviser do not overlap, and nobody is passed on twice', async () => {
    await saved();
    const clash = async (more: Parameters<typeof save>[0]) => {
      const result = await save(more);
      return result.ok ? null : result.reason === 'clash' ? result.with.clash : result.reason;
    };
    expect(await clash({ standInId: helen!.id, fromOn: '2026-12-04', untilOn: '2026-12-08' })).toBe('overlaps');
    expect(await clash({ adviserId: helen!.id, standInId: sioned!.id })).toBe('stand_in_away');
    expect(await clash({ adviserId: rhys!.id, standInId: helen!.id })).toBe('stands_in');
    expect(await clash({ adviserId: helen!.id })).toBeNull();
    expect(await clash({ fromOn: '2026-12-05', untilOn: '2026-12-08' })).toBeNull();
  });

  it('set twice are set once, one after the other or at once', async () => {
    const [one, two] = await Promise.all([save(), save()]);
    expect([one, two].filter((result) => result.ok && result.changed)).toHaveLength(1);
    expect(await save()).toMatchObject({ ok: true, changed: false });
    const others = await Promise.all([
      save({ adviserId: helen!.id, fromOn: '2026-11-25', untilOn: '2026-11-26' }),
      save({ adviserId: helen!.id, fromOn: '2026-11-26', untilOn: '2026-11-27' }),
    ]);
    expect(others.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await list()).toHaveLength(2);
  });

  it('can be corrected, ended early, and that taken back, unless another has taken the place', async () => {
    const id = await saved();
    await save({ id, standInId: helen!.id, untilOn: '2026-12-01' });
    expect(await list()).toMatchObject([{ id, standIn: { firstName: 'Helen' }, untilOn: '2026-12-01' }]);
    deps.clock.set('2026-11-25T09:00:00Z');
    expect((await page()).cover?.standIn.firstName).toBe('Helen');
    expect(await endCover(deps)({ staff: elin!, id })).toEqual({ ok: true, changed: true });
    expect(await endCover(deps)({ staff: elin!, id })).toEqual({ ok: true, changed: false });
    expect((await page()).cover).toBeNull();
    expect(await save({ id })).toMatchObject({ ok: false, reason: 'not_found' });
    expect(await reopenCover(deps)({ staff: elin!, id })).toEqual({ ok: true, changed: true });
    expect((await page()).cover).not.toBeNull();
    await endCover(deps)({ staff: elin!, id });
    const other = await saved({ fromOn: '2026-11-25', untilOn: '2026-11-25' });
    expect(await reopenCover(deps)({ staff: elin!, id })).toEqual({ ok: false, reason: 'clash' });
    deps.clock.set('2026-12-03T09:00:00Z');
    expect(await endCover(deps)({ staff: elin!, id: other })).toEqual({ ok: false, reason: 'over' });
    expect(await reopenCover(deps)({ staff: elin!, id })).toEqual({ ok: false, reason: 'over' });
  });

  it('are for managers to set for anyone of the office, and for advisers themselves', async () => {
    expect(await save({ staff: rhys! })).toEqual({ ok: false, reason: 'not_found' });
    const id = await saved({ staff: sioned! });
    expect(await endCover(deps)({ staff: rhys!, id })).toEqual({ ok: false, reason: 'not_found' });
    const ravi = await member('Ravi', 'manager', (await anOffice(deps)).id);
    expect(await save({ staff: ravi })).toEqual({ ok: false, reason: 'not_found' });
    expect(await endCover(deps)({ staff: ravi, id })).toEqual({ ok: false, reason: 'not_found' });
    expect(await list(ravi)).toEqual([]);
    expect(await list(rhys)).toMatchObject([{ mayChange: false }]);
    expect(await list(sioned)).toMatchObject([{ mayChange: true }]);
  });

  it('move no appointment, and say how many stay', async () => {
    const people = { customerId: aled, adviserId: sioned!.id, officeId };
    const startsAt = Date.parse('2026-12-04T16:30:00Z');
    const { id } = await anAppointment(deps, people, { startsAt });
    await anAppointment(deps, people, { startsAt: Date.parse('2026-12-05T09:00:00Z') });
    await saved();
    expect(await list()).toMatchObject([{ booked: 1 }]);
    expect((await page()).next).toMatchObject({ id, startsAt });
  });
});
