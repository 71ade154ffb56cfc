import { afterEach, beforeEach, expect, it } from 'vitest';
import { caseloadFilter } from '~/domain/adviser/caseload-view';
import { NEED_REASONS } from '~/domain/adviser/needs-me';
import { DAY } from '~/domain/clock';
import { saveCover } from '~/services/manage-covers.server';
import { searchCustomers } from '~/services/search-customers.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { viewCaseload } from '~/services/view-caseload.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aContactPoint, aCustomer, aMemberOfStaff, anAppointment, anOffice, aStep } from '../support/factories';

/** The clock stands at 9:00 on Monday 23 November 2026. */
describeOnBothDatabases('finding and listing customers', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let sioned: SignedInStaff;
  let rhys: SignedInStaff;
  let officeId: string;

  const member = async (firstName: string, role: SignedInStaff['role'] = 'adviser'): Promise<SignedInStaff> => {
    const { id, lastName } = await aMemberOfStaff(deps, officeId, { firstName, role });
    return { kind: 'staff', id, officeId, role, firstName, lastName };
  };
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    officeId = (await anOffice(deps)).id;
    [sioned, rhys] = [await member('Sioned'), await member('Rhys')];
  });
  afterEach(() => database.drop());

  const list = async (query: string, staff = sioned) =>
    viewCaseload(deps)({ staff, filter: caseloadFilter(new URLSearchParams(query), 'me') });

  it('lists each reason that there is, the heaviest first, with a fixed number of statements', async () => {
    const team = { officeId, adviserId: sioned.id };
    const settled = await aCustomer(deps, team, { firstName: 'Nia', mobile: '+447700900200' });
    await anAppointment(deps, { ...team, customerId: settled.id });
    const { id } = await aCustomer(deps, team, { firstName: 'Aled' });
    const now = deps.clock.now();
    await aContactPoint(deps, id, 'mobile', '+447700900201', { health: 'dead' });
    await anAppointment(deps, { ...team, customerId: id }, { status: 'attended', startsAt: now - 9 * DAY });
    await anAppointment(deps, { ...team, customerId: id }, { status: 'failed_to_attend', startsAt: now - 2 * DAY });
    await aStep(deps, id, { dueOn: '2026-11-20' });
    await deps.db.write(async (q) => {
      const { tables: t } = q;
      const agreed = { id: deps.newId(), customerId: id, agreedAt: now - 40 * DAY, agreedBy: sioned.id };
      await q.insert(t.planAgreements).values({ ...agreed, nextReviewOn: '2026-11-22' });
      const call = { id: deps.newId(), officeId, customerId: id, reason: 'asked_for_call' as const, cause: id };
      await q.insert(t.callList).values({ ...call, dueAt: now, createdAt: now });
      const entry = { id: deps.newId(), customerId: id, at: now - DAY, body: deps.vault.seal('Hello') };
      await q.insert(t.journalEntries).values({ ...entry, writtenBy: 'customer' });
    });
    const { rows, counts } = await list('');
    expect(rows.map((row) => row.firstName)).toEqual(['Aled', 'Nia']);
    expect(rows[0]).toMatchObject({ reasons: [...NEED_REASONS], nextAt: null, lastAt: now - DAY });
    expect(rows[1]).toMatchObject({ reasons: [], lastAt: null });
    expect(Object.values(counts).every((count) => count === 1)).toBe(true);
    expect((await list('reason=no_next')).rows).toHaveLength(1);
    expect((await list('sort=next')).rows.map((row) => row.firstName)).toEqual(['Nia', 'Aled']);
  });

  it('lists those for whom I stand in, marked, while I do; and nobody of another office', async () => {
    await aCustomer(deps, { officeId, adviserId: rhys.id }, { firstName: 'Mari' });
    const elsewhere = (await anOffice(deps)).id;
    await aCustomer(deps, { officeId: elsewhere, adviserId: (await aMemberOfStaff(deps, elsewhere)).id });
    expect((await list('')).rows).toEqual([]);
    const days = { fromOn: '2026-11-23', untilOn: '2026-11-24' };
    await saveCover(deps)({ staff: rhys, id: null, adviserId: rhys.id, standInId: sioned.id, ...days });
    expect((await list('')).rows).toMatchObject([{ firstName: 'Mari', standIn: true }]);
    deps.clock.set('2026-11-25T09:00:00Z');
    expect((await list('')).rows).toEqual([]);
    expect((await list('adviser=all')).rows).toHaveLength(1);
  });

  it('finds by parts of names, reference, number and address, of one office, fifty at most', async () => {
    const team = { officeId, adviserId: sioned.id };
    const names = {
      firstName: 'Siân',
      lastName: "O'Connor-Prŷs",
      email: 'sian@mail.example',
      landline: '+441632960123',
    };
    await aCustomer(deps, team, { ...names, ref: 'CUS-42' });
    const elsewhere = (await anOffice(deps)).id;
    await aCustomer(deps, { officeId: elsewhere, adviserId: (await aMemberOfStaff(deps, elsewhere)).id }, names);
    const find = async (text: string, staff = sioned) => searchCustomers(deps)({ staff, text });
    for (const text of [
      'sian prys',
      'OCONNOR si',
      'o’connor',
      'cus-42',
      'CUS 42',
      ' Sian@Mail.example ',
      '01632 960 123',
    ])
      expect([text, (await find(text)).found.length]).toEqual([text, 1]);
    for (const text of ['prysx', 'ian', 'sian@mail', '%', '__', '01632 960124'])
      expect((await find(text)).found).toEqual([]);
    expect((await find('s')).state).toBe('short');
    const champion = await member('Kofi', 'champion');
    expect((await find('sian', champion)).found).toMatchObject([{ ref: 'CUS-42', knownAs: null, adviser: null }]);
    for (let n = 0; n < 51; n += 1) await aCustomer(deps, team, { firstName: 'Tomos', lastName: `Huws${n}` });
    expect(await find('tom hu')).toMatchObject({ more: true, found: { length: 50 } });
  });
});
