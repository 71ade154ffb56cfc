import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LIMITS } from '~/adapters/rate-limits';
import { MINUTE } from '~/domain/clock';
import { addMemberOfStaff } from '~/services/add-member-of-staff.server';
import { verifyAudit } from '~/services/audit.server';
import { resumeSession } from '~/services/sessions.server';
import { signInStaff, signOutStaff } from '~/services/sign-in-staff.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { anOffice } from '../support/factories';

const PASSWORD = 'three damp otters';

describeOnBothDatabases('signing staff in', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let sioned: { id: string; totpSecret: string; officeId: string };

  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    const office = await anOffice(deps, { ref: 'BAN' });
    const added = await addMemberOfStaff(deps)(person());
    if (!added.ok) throw new Error(added.reason);
    sioned = { ...added, officeId: office.id };
  });
  afterEach(() => database.drop());

  const person = (changes: Partial<Parameters<ReturnType<typeof addMemberOfStaff>>[0]> = {}) => ({
    officeRef: 'BAN',
    ref: 'ADV1',
    firstName: 'Sioned',
    lastName: 'Parry',
    email: 'Sioned.Parry@waymark.example',
    role: 'adviser' as const,
    password: PASSWORD,
    ...changes,
  });
  const code = () => deps.oneTimePasswords.codeAt(sioned.totpSecret, deps.clock.now());
  const attempt = (changes: Partial<Parameters<ReturnType<typeof signInStaff>>[0]> = {}) =>
    signInStaff(deps)({
      email: 'sioned.parry@waymark.example',
      password: PASSWORD,
      code: code(),
      address: '192.0.2.1',
      previousCookie: null,
      ...changes,
    });
  async function audited() {
    const { auditEntries: entry } = database.db.tables;
    const rows = await deps.db.read(async (q) => await q.select().from(entry).orderBy(asc(entry.id)));
    return rows.map(({ action, actorKind, actorId, subjectId, detail }) => ({
      action,
      actor: `${actorKind} ${actorId}`,
      subjectId,
      detail,
    }));
  }

  it('takes the password and the code, and the email however it is written', async () => {
    const result = await attempt({ email: '  SIONED.Parry@Waymark.example ', code: code().replace(/(...)/, '$1 ') });
    if (!result.ok) throw new Error(result.reason);
    expect(await resumeSession(deps)(result.cookie)).toMatchObject({ kind: 'staff', id: sioned.id, role: 'adviser' });
    expect((await audited()).at(-1)).toEqual({
      action: 'staff.signed_in',
      actor: `staff ${sioned.id}`,
      subjectId: sioned.id,
      detail: '',
    });
  });

  it('takes a code once only, even twice at the same moment, and no earlier one afterwards', async () => {
    const earlier = deps.oneTimePasswords.codeAt(sioned.totpSecret, deps.clock.now() - MINUTE / 2);
    const both = await Promise.all([attempt(), attempt()]);
    expect(both.map((result) => result.ok).sort()).toEqual([false, true]);
    expect(await attempt({ code: earlier })).toEqual({ ok: false, reason: 'wrong' });
    deps.clock.advance(MINUTE);
    expect((await attempt()).ok).toBe(true);
  });

  it('says the same for an unknown person, a wrong password and a wrong code, and records which', async () => {
    const wrong = { ok: false, reason: 'wrong' };
    expect(await attempt({ email: 'nobody@waymark.example' })).toEqual(wrong);
    expect(await attempt({ password: 'four damp otters' })).toEqual(wrong);
    expect(await attempt({ code: code() === '000000' ? '111111' : '000000' })).toEqual(wrong);
    expect(await attempt({ code: 'a code' })).toEqual(wrong);
    expect(await attempt({ code: '١٢٣٤٥٦' })).toEqual(wrong);
    const refused = { action: 'staff.sign_in_refused', actor: 'visitor null' };
    expect((await audited()).slice(1)).toEqual([
      { ...refused, subjectId: null, detail: 'wrong_password' },
      { ...refused, subjectId: sioned.id, detail: 'wrong_password' },
      { ...refused, subjectId: sioned.id, detail: 'wrong_code' },
      { ...refused, subjectId: sioned.id, detail: 'wrong_code' },
      { ...refused, subjectId: sioned.id, detail: 'wrong_code' },
    ]);
    expect(await verifyAudit(deps)()).toMatchObject({ ok: true });
  });

  it('refuses somebody who no longer works here', async () => {
    await deps.db.write((q) => q.update(q.tables.staff).set({ active: false }));
    expect(await attempt()).toEqual({ ok: false, reason: 'wrong' });
  });

  it('ends the session that the browser had before, and the new one on signing out', async () => {
    const first = await attempt();
    if (!first.ok) throw new Error(first.reason);
    deps.clock.advance(MINUTE);
    const second = await attempt({ previousCookie: first.cookie });
    if (!second.ok) throw new Error(second.reason);
    expect(second.cookie).not.toBe(first.cookie);
    expect(await resumeSession(deps)(first.cookie)).toBeNull();
    await signOutStaff(deps)({ member: sioned, cookie: second.cookie });
    expect(await resumeSession(deps)(second.cookie)).toBeNull();
    expect((await audited()).at(-1)).toMatchObject({ action: 'staff.signed_out' });
  });

  it('makes an account wait after ten tries, whoever tries, known or not', async () => {
    const email = 'nobody@waymark.example';
    for (let n = 0; n < 10; n += 1) await attempt({ email, address: `192.0.2.${n}` });
    expect(await attempt({ email })).toEqual({
      ok: false,
      reason: 'too_many',
      retryAfterSeconds: expect.any(Number) as number,
    });
    expect((await attempt()).ok).toBe(true);
  });

  it('lets an address that has to wait use up nobody’s tries', async () => {
    const passwords = { ...deps.passwords, verify: async () => 'wrong' as const };
    const input = { email: 'x@waymark.example', password: 'x', code: '1', address: '192.0.2.66', previousCookie: null };
    const hostile = (email: string) => signInStaff({ ...deps, passwords })({ ...input, email });
    for (let n = 0; n < LIMITS.staff_sign_in_per_address.points; n += 1) await hostile(`nobody${n}@waymark.example`);
    for (let n = 0; n < LIMITS.staff_sign_in_per_account.points; n += 1) {
      expect(await hostile('sioned.parry@waymark.example')).toMatchObject({ reason: 'too_many' });
    }
    expect((await attempt()).ok).toBe(true);
  });

  it('asks to wait while four passwords are being checked', async () => {
    const busy = { ...deps, passwords: { ...deps.passwords, verify: async () => 'busy' as const } };
    const input = { email: 'x@waymark.example', password: 'x', code: '1', address: '192.0.2.1', previousCookie: null };
    expect(await signInStaff(busy)(input)).toMatchObject({ ok: false, reason: 'busy' });
  });

  it('gives nobody a weak password, an office that is not there, or somebody else’s email', async () => {
    const add = addMemberOfStaff(deps);
    expect(await add(person({ ref: 'ADV2', password: 'password1234' }))).toEqual({ ok: false, reason: 'common' });
    expect(await add(person({ ref: 'ADV2', officeRef: 'NOWHERE' }))).toEqual({ ok: false, reason: 'no_such_office' });
    expect(await add(person({ ref: 'ADV2' }))).toEqual({ ok: false, reason: 'email_taken' });
  });

  it('ends open sessions when somebody is given a new password', async () => {
    const result = await attempt();
    if (!result.ok) throw new Error(result.reason);
    expect(await addMemberOfStaff(deps)(person({ password: 'five dry otters' }))).toMatchObject({ ok: true });
    expect(await resumeSession(deps)(result.cookie)).toBeNull();
  });
});
