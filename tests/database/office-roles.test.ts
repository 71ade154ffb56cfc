import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Role } from '~/domain/access/role';
import { verifyAudit } from '~/services/audit.server';
import { changeRole } from '~/services/change-member.server';
import { addColleague, inviteAgain } from '~/services/invite-staff.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { viewMember } from '~/services/view-office-staff.server';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice } from '../support/factories';

/** The clock stands at 9:00 on Monday 23 November 2026. */
describeOnBothDatabases('the roles of an office', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let office: Awaited<ReturnType<typeof anOffice>>;
  let [elin, ada, sioned]: SignedInStaff[] = [];

  const member = async (role: Role, firstName: string, officeId = office.id): Promise<SignedInStaff> => {
    const row = await aMemberOfStaff(deps, officeId, { role, firstName, passwordHash: 'a hash' });
    return { kind: 'staff', id: row.id, officeId, role, firstName, lastName: row.lastName };
  };
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    office = await anOffice(deps, { ref: 'BANGOR' });
    elin = await member('manager', 'Elin');
    ada = await member('administrator', 'Ada');
    sioned = await member('adviser', 'Sioned');
  });
  afterEach(async () => {
    expect(await verifyAudit(deps)()).toMatchObject({ ok: true });
    await database.drop();
  });
  const staffRow = async (id: string) =>
    (await deps.db.read((q) => q.select().from(q.tables.staff).where(eq(q.tables.staff.id, id))))[0]!;

  it('let only an administrator bring in somebody from a partner, who sees plans of every office', async () => {
    const partnerId = deps.newId();
    const partner = { id: partnerId, ref: 'COLLEGE', name: 'College', what: 'Courses', active: true };
    await deps.db.write((q) => q.insert(q.tables.partners).values(partner));
    const typed = { firstName: 'Osian', lastName: 'Teague', email: 'o@college.example', role: 'partner', partnerId };
    const key = deps.newId();
    const add = (staff: SignedInStaff) => addColleague(deps)({ staff, key, typed, requestId: 'r' });
    const toPartner = { id: sioned!.id, typed: { role: 'partner', partnerId } };
    expect(await add(elin!)).toMatchObject({ problems: { role: 'choose' } });
    expect(await changeRole(deps)({ staff: elin!, ...toPartner })).toMatchObject({ problems: { role: 'choose' } });
    expect(await add(ada!)).toMatchObject({ ok: true });
    const mine = { id: key, typed: { email: 'elin@elsewhere.example' }, requestId: 'r' };
    expect(await inviteAgain(deps)({ staff: elin!, ...mine })).toMatchObject({ reason: 'not_found' });
    expect(await changeRole(deps)({ staff: elin!, id: key, typed: { role: 'adviser' } })).toMatchObject({
      reason: 'not_yours',
    });
    expect(await changeRole(deps)({ staff: ada!, ...toPartner })).toEqual({ ok: true, changed: true });
    expect(await staffRow(sioned!.id)).toMatchObject({ role: 'partner', partnerId });
  });

  it('let a manager see which appointments are with somebody who leaves; an administrator sees no customers', async () => {
    const owner = { officeId: office.id, adviserId: sioned!.id };
    const customer = await aCustomer(deps, owner);
    const ours = { ...owner, customerId: customer.id };
    const meeting = await anAppointment(deps, ours);
    await anAppointment(deps, ours, { status: 'cancelled_by_office' });
    const seenBy = async (staff: SignedInStaff) => (await viewMember(deps)({ staff, id: sioned!.id }))!;
    const seen = await seenBy(elin!);
    expect(seen.meetings?.map(({ id }) => id)).toEqual([meeting.id]);
    expect(seen.ties.appointments).toBe(1);
    expect(await seenBy(ada!)).toMatchObject({ meetings: null, ties: { appointments: 1 } });
  });

  it('leave nothing behind with a role that has no diary: covers, calls and the diary feed', async () => {
    const rhys = await member('adviser', 'Rhys');
    const customer = await aCustomer(deps, { officeId: office.id, adviserId: rhys.id });
    const now = deps.clock.now();
    await deps.db.write(async (q) => {
      const call = { id: deps.newId(), officeId: office.id, customerId: customer.id, cause: 'c', createdAt: now };
      await q.insert(q.tables.callList).values({ ...call, reason: 'asked_for_call', ownerId: sioned!.id, dueAt: now });
      const days = { fromOn: '2026-11-20', untilOn: '2026-12-20', createdAt: now };
      await q.insert(q.tables.covers).values({ id: deps.newId(), adviserId: rhys.id, standInId: sioned!.id, ...days });
      await q.insert(q.tables.diaryFeeds).values({ staffId: sioned!.id, tokenHash: 'h', createdAt: now });
    });
    expect(await changeRole(deps)({ staff: ada!, id: sioned!.id, typed: { role: 'champion' } })).toEqual({
      ...{ ok: true, changed: true },
    });
    const [call] = await deps.db.read((q) => q.select().from(q.tables.callList));
    const [cover] = await deps.db.read((q) => q.select().from(q.tables.covers));
    expect([call!.ownerId, cover!.endedAt]).toEqual([elin!.id, now]);
    expect(await deps.db.read((q) => q.select().from(q.tables.diaryFeeds))).toEqual([]);
  });
});
