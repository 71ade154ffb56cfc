import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CUSTOMERS_FORMAT } from '~/domain/import/customer-line';
import type { Role } from '~/domain/access/role';
import { HOUR, MINUTE } from '~/domain/clock';
import { SETTING_LISTS } from '~/domain/office/setting-lists';
import { verifyAudit } from '~/services/audit.server';
import { changeRole, letLeave, letReturn, saveProfile, viewProfile } from '~/services/change-member.server';
import { importCustomers } from '~/services/import-customers.server';
import { acceptInvitation, addColleague, inviteAgain, viewInvitation } from '~/services/invite-staff.server';
import { saveOfficeDetails, viewOfficeDetails } from '~/services/office-details.server';
import {
  moveSetting,
  saveSetting,
  setSettingActive,
  viewSettingForm,
  viewSettings,
} from '~/services/office-settings.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { signInStaff } from '~/services/sign-in-staff.server';
import { viewMember } from '~/services/view-office-staff.server';
import { csvOf, keepingListener } from '../support/csv-text';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { ONE_OF_EACH } from '../support/office-lists';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice } from '../support/factories';

const PASSWORD = 'three damp otters';

/** The clock stands at 9:00 on Monday 23 November 2026. */
describeOnBothDatabases('the settings of an office', (dialect) => {
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
  const audited = async () =>
    (await deps.db.read((q) => q.select().from(q.tables.auditEntries))).map(({ action }) => action);
  const staffRow = async (id: string) =>
    (await deps.db.read((q) => q.select().from(q.tables.staff).where(eq(q.tables.staff.id, id))))[0]!;
  const list = async (of: (typeof SETTING_LISTS)[number], staff = ada!) =>
    (await viewSettings(deps)({ staff, list: of })).items;

  it('are added once however often the form is sent, changed, retired and brought back, by those of the office', async () => {
    const elsewhere = await anOffice(deps);
    const stranger = await member('administrator', 'Zoe', elsewhere.id);
    for (const of of SETTING_LISTS) {
      const key = deps.newId();
      const add = () => saveSetting(deps)({ staff: ada!, list: of, id: null, key, seen: '', typed: ONE_OF_EACH[of] });
      expect(await Promise.all([add(), add()]), of).toEqual(
        expect.arrayContaining([
          { ok: true, changed: true },
          { ok: true, changed: false },
        ]),
      );
      expect(await list(of)).toMatchObject([{ id: key, active: true }]);
      // Partners are everybody's.
      expect((await list(of, stranger)).length).toBe(of === 'partners' ? 1 : 0);
      const form = (await viewSettingForm(deps)({ staff: ada!, list: of, id: key }))!;
      const typed = {
        ...form.values,
        [of === 'answers' ? 'title' : of === 'steps' ? 'action' : 'name']: 'Visit the quay',
      };
      const save = (staff: SignedInStaff, seen: string) =>
        saveSetting(deps)({ staff, list: of, id: key, key, seen, typed });
      if (of !== 'partners') expect(await save(stranger, form.seen)).toEqual({ ok: false, reason: 'not_found' });
      expect(await save(sioned!, form.seen)).toEqual({ ok: false, reason: 'not_found' });
      expect(await save(ada!, 'something else')).toEqual({ ok: false, reason: 'changed_since', seen: form.seen });
      expect(await save(ada!, form.seen)).toEqual({ ok: true, changed: true });
      expect(await save(ada!, form.seen)).toEqual({ ok: true, changed: false });
      const retire = (active: boolean) => setSettingActive(deps)({ staff: ada!, list: of, id: key, active });
      expect(await retire(false)).not.toBeNull();
      expect((await list(of)).map(({ active }) => active)).toEqual(of === 'school-holidays' ? [] : [false]);
      expect(await retire(true)).toEqual(of === 'school-holidays' ? null : expect.anything());
    }
    expect((await audited()).filter((action) => action.startsWith('place.'))).toEqual([
      ...['place.added', 'place.changed', 'place.retired', 'place.restored'],
    ]);
  });

  it('give a kind its reference once, keep an order, and say what is still to come', async () => {
    const add = async (name: string, more = {}) => {
      const id = deps.newId();
      const typed = { ...ONE_OF_EACH.kinds, name, ...more };
      const saved = await saveSetting(deps)({ staff: elin!, list: 'kinds', id: null, key: id, seen: '', typed });
      return saved.ok ? id : saved;
    };
    const first = (await add('Job search')) as string;
    await add('Review', { followedBy: 'job_search' });
    const third = (await add('Training')) as string;
    expect(await add('review')).toMatchObject({ problems: { name: 'taken' } });
    expect(await add('Other', { followedBy: 'no_such_kind', minutes: '4' })).toMatchObject({
      problems: { followedBy: 'choose', minutes: 'number' },
    });
    const form = (await viewSettingForm(deps)({ staff: elin!, list: 'kinds', id: first }))!;
    expect(form.kinds.map(({ ref }) => ref)).toEqual(['review', 'training']);
    const typed = { ...form.values, name: 'Looking for work' };
    await saveSetting(deps)({ staff: elin!, list: 'kinds', id: first, key: '', seen: form.seen, typed });
    const move = () => moveSetting(deps)({ staff: elin!, list: 'kinds', id: third, to: 0 });
    expect([await move(), await move()]).toEqual([true, true]);
    expect((await viewSettings(deps)({ staff: elin!, list: 'kinds' })).kinds).toEqual([
      { ref: 'training', name: 'Training' },
      { ref: 'job_search', name: 'Looking for work' },
      { ref: 'review', name: 'Review' },
    ]);
    const customer = await aCustomer(deps, { officeId: office.id, adviserId: sioned!.id });
    const people = { customerId: customer.id, adviserId: sioned!.id, officeId: office.id };
    await anAppointment(deps, people, { kind: 'job_search' });
    expect(await viewSettingForm(deps)({ staff: elin!, list: 'kinds', id: first })).toMatchObject({ toCome: 1 });
  });

  it('have the office itself, and what customers see of an adviser, with nothing overwritten unseen', async () => {
    const { values, seen } = await viewOfficeDetails(deps)({ staff: elin! });
    const save = (typed: Record<string, string>, as = seen) =>
      saveOfficeDetails(deps)({ staff: elin!, typed: { ...values, ...typed }, seen: as });
    expect(await save({ phone: 'none', overlapMinutes: '16', closesAt: '09:30' })).toMatchObject({
      problems: { phone: 'phone', overlapMinutes: 'number', closesAt: 'closes_before' },
    });
    expect(await save({ overlapMinutes: '15' })).toEqual({ ok: true, changed: true });
    expect(await save({ name: 'Bangor' })).toMatchObject({ reason: 'changed_since' });

    const own = (await viewProfile(deps)({ staff: sioned!, id: sioned!.id }))!;
    expect(own.fields.map(({ name }) => name)).toEqual(['speaks', 'helpsWith', 'phone', 'videoRoom']);
    expect(await viewProfile(deps)({ staff: sioned!, id: elin!.id })).toBeNull();
    expect(await viewProfile(deps)({ staff: elin!, id: ada!.id })).toBeNull();
    const typed = { speaks: 'cy,en', helpsWith: 'CVs', phone: '01632960777', videoRoom: 'https://video.example/s' };
    expect(await saveProfile(deps)({ staff: sioned!, id: sioned!.id, typed, seen: own.seen })).toMatchObject({
      ok: true,
    });
    expect(await staffRow(sioned!.id)).toMatchObject({ speaks: 'en,cy', phone: '01632 960777', firstName: 'Sioned' });
  });

  it('invite somebody with an address that works once, for two days', async () => {
    const typed = { firstName: 'Nia', lastName: 'Rees', email: 'Nia@Office.example', role: 'adviser' };
    const key = deps.newId();
    const add = (more = {}) => addColleague(deps)({ staff: elin!, key, typed: { ...typed, ...more }, requestId: 'r' });
    expect(await add({ role: 'administrator' })).toMatchObject({ problems: { role: 'choose' } });
    expect(await add({ role: 'partner' })).toMatchObject({ problems: { role: 'choose' } });
    // Pressed twice at once: both answers show an address, and the later one works.
    const [one, other] = await Promise.all([add(), add()]);
    const added = await add();
    if (!one.ok || !other.ok || !added.ok) throw new Error('not added');
    expect([one.id, other.id, added.id]).toEqual([key, key, key]);
    const shown = [one, other].map(({ address }) => viewInvitation(deps)({ token: address!.split('/').at(-1)! }));
    expect(await Promise.all(shown)).toEqual([null, null]);
    expect((await audited()).filter((action) => action === 'staff.added')).toHaveLength(1);
    const taken = { staff: elin!, key: deps.newId(), typed, requestId: 'r' };
    expect(await addColleague(deps)(taken)).toMatchObject({ problems: { email: 'taken' } });
    const tokenOf = (address: string | null) => address!.split('/').at(-1)!;
    const token = tokenOf(added.address);
    expect(await deps.db.read((q) => q.select().from(q.tables.staff)).then(JSON.stringify)).not.toContain(token);
    const { totpSecret } = (await viewInvitation(deps)({ token }))!;
    const code = () => deps.oneTimePasswords.codeAt(totpSecret, deps.clock.now());
    const accept = (given: string, more = {}) =>
      acceptInvitation(deps)({ ...{ token: given, password: PASSWORD, code: code(), address: '192.0.2.1', previousCookie: null }, ...more }); // prettier-ignore
    expect(await accept(token, { password: 'nia rees nia', code: '000000' })).toEqual({
      ok: false,
      reason: 'faults',
      faults: ['common', 'wrong_code'],
    });
    expect(await accept('guessed')).toEqual({ ok: false, reason: 'gone' });
    deps.clock.advance(48 * HOUR - 1);
    const both = await Promise.all([accept(token), accept(token)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await viewInvitation(deps)({ token })).toBeNull();
    // Whoever has accepted is not invited by the form that added them.
    expect(await add()).toEqual({ ok: true, id: key, address: null });
    const signIn = (given = code()) =>
      signInStaff(deps)({ email: 'nia@office.example', password: PASSWORD, code: given, address: '192.0.2.1', previousCookie: null }); // prettier-ignore
    // The code was used to accept.
    expect(await signIn()).toMatchObject({ ok: false });
    deps.clock.advance(MINUTE);
    expect(await signIn()).toMatchObject({ ok: true });

    // Reset: what she had stops at once, and so does the new address after its time.
    const email = { email: 'nia@office.example' };
    const reset = await inviteAgain(deps)({ staff: elin!, id: key, typed: email, requestId: 'r' });
    deps.clock.advance(MINUTE);
    expect(await signIn()).toMatchObject({ ok: false });
    expect(await deps.db.read((q) => q.select().from(q.tables.sessions))).toEqual([]);
    deps.clock.advance(48 * HOUR);
    expect(await viewInvitation(deps)({ token: tokenOf(reset.ok ? reset.address : null) })).toBeNull();
    for (const [staff, id] of [
      [sioned!, key],
      [elin!, ada!.id],
      [elin!, elin!.id],
    ] as const) {
      expect(await inviteAgain(deps)({ staff, id, typed: email, requestId: 'r' })).toMatchObject({
        reason: 'not_found',
      });
    }
  });

  it('send the address by email where there is a way to, and show it to nobody else', async () => {
    const mailing = { ...deps, senders: [{ channel: 'email', provider: 'outbox' }] } as unknown as typeof deps;
    const typed = { firstName: 'Nia', lastName: 'Rees', email: 'nia@office.example', role: 'champion' };
    const key = deps.newId();
    const add = () => addColleague(mailing)({ staff: elin!, key, typed, requestId: 'r' });
    expect([await add(), await add()]).toEqual([1, 2].map(() => ({ ok: true, id: key, address: null })));
    const [message] = await deps.db.read((q) => q.select().from(q.tables.messages));
    expect(deps.vault.open(message!.recipient!)).toBe('nia@office.example');
    const token = /\/staff\/invitation\/([\w-]+)/.exec(deps.vault.open(message!.body!))![1]!;
    expect(await viewInvitation(deps)({ token })).toMatchObject({ firstName: 'Nia' });
  });

  it('keep a manager and an administrator, also when two end each other at once, and a role change counts at once', async () => {
    const rhys = await member('manager', 'Rhys');
    const role = (staff: SignedInStaff, id: string, to: Role) => changeRole(deps)({ staff, id, typed: { role: to } });
    const both = await Promise.all([role(elin!, rhys.id, 'adviser'), role(rhys, elin!.id, 'adviser')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'last_manager' });
    expect(await role(ada!, ada!.id, 'manager')).toMatchObject({ reason: 'own' });
    expect(await role(elin!, ada!.id, 'champion')).toMatchObject({ reason: 'not_yours' });
    const bob = await member('administrator', 'Bob');
    expect(await letLeave(deps)({ staff: ada!, id: bob.id })).toEqual({ ok: true, changed: true });
    expect(await letLeave(deps)({ staff: { ...bob }, id: ada!.id })).toMatchObject({ reason: 'last_administrator' });

    await aCustomer(deps, { officeId: office.id, adviserId: sioned!.id });
    await deps.db.write((q) => q.insert(q.tables.sessions).values({ idHash: 'h', kind: 'staff', staffId: sioned!.id, createdAt: 0, lastSeenAt: 0, endsAt: 9e12 })); // prettier-ignore
    expect(await role(ada!, sioned!.id, 'champion')).toMatchObject({ reason: 'has_work' });
    // Customers of a manager could be passed on to nobody.
    expect(await role(ada!, sioned!.id, 'manager')).toMatchObject({ reason: 'has_work' });
    await deps.db.write((q) => q.update(q.tables.customers).set({ adviserId: null }));
    expect(await role(ada!, sioned!.id, 'manager')).toEqual({ ok: true, changed: true });
    expect(await deps.db.read((q) => q.select().from(q.tables.sessions))).toEqual([]);
  });

  it('let somebody leave when nobody is left with them, with their covers and calls, and take that back', async () => {
    const rhys = await member('adviser', 'Rhys');
    const customer = await aCustomer(deps, { officeId: office.id, adviserId: sioned!.id });
    const people = { customerId: customer.id, adviserId: sioned!.id, officeId: office.id };
    const appointment = await anAppointment(deps, people);
    const now = deps.clock.now();
    await deps.db.write(async (q) => {
      const call = {
        id: deps.newId(),
        officeId: office.id,
        customerId: customer.id,
        reason: 'asked_for_call' as const,
      };
      await q
        .insert(q.tables.callList)
        .values({ ...call, ownerId: sioned!.id, cause: 'c', dueAt: now, createdAt: now });
      const days = { fromOn: '2026-11-20', untilOn: '2026-12-20', createdAt: now };
      await q.insert(q.tables.covers).values({ id: deps.newId(), adviserId: rhys.id, standInId: sioned!.id, ...days });
    });
    const leave = () => letLeave(deps)({ staff: elin!, id: sioned!.id });
    expect(await leave()).toEqual({ ok: false, reason: 'has_work' });
    expect((await viewMember(deps)({ staff: elin!, id: sioned!.id }))!.ties).toEqual({
      ...{ customers: 1, appointments: 1, groups: 0, away: 0, standsIn: 1, calls: 1 },
    });
    await deps.db.write((q) => q.update(q.tables.customers).set({ adviserId: rhys.id }));
    expect(await leave()).toEqual({ ok: false, reason: 'has_work' });
    await deps.db.write((q) => q.update(q.tables.appointments).set({ adviserId: rhys.id }).where(eq(q.tables.appointments.id, appointment.id))); // prettier-ignore
    expect(await Promise.all([leave(), leave()])).toEqual(
      expect.arrayContaining([
        { ok: true, changed: true },
        { ok: true, changed: false },
      ]),
    );
    expect(await staffRow(sioned!.id)).toMatchObject({ active: false, leftAt: now });
    const [call] = await deps.db.read((q) => q.select().from(q.tables.callList));
    const [cover] = await deps.db.read((q) => q.select().from(q.tables.covers));
    expect([call!.ownerId, cover!.endedAt]).toEqual([elin!.id, now]);
    expect(await letReturn(deps)({ staff: elin!, id: sioned!.id })).toEqual({ ok: true, changed: true });
    expect(await staffRow(sioned!.id)).toMatchObject({ active: true, leftAt: null });
    expect((await audited()).filter((action) => action.startsWith('staff.'))).toEqual(['staff.left', 'staff.returned']);
  });

  const importing = async (rows: Record<string, string>[]) => {
    const told = keepingListener();
    const columns = [...CUSTOMERS_FORMAT.required, ...CUSTOMERS_FORMAT.optional];
    await importCustomers(deps)(csvOf(columns, rows), told.listener, { dryRun: false });
    return told.rejected;
  };
  const line = (ref: string, adviserRef: string) => ({
    ...{ customer_ref: ref, first_name: 'Siân', last_name: 'Jones', office_ref: 'BANGOR', adviser_ref: adviserRef },
  });

  it('name nobody to a leaver from a file: who has an adviser keeps them, a newcomer’s line is refused in words', async () => {
    const { ref } = await staffRow(sioned!.id);
    const rhys = await member('adviser', 'Rhys');
    await importing([line('C1', (await staffRow(rhys.id)).ref)]);
    await letLeave(deps)({ staff: elin!, id: sioned!.id });
    const rejected = await importing([{ ...line('C1', ref), first_name: 'Siani' }, line('C2', ref)]);
    expect(JSON.stringify(rejected)).toContain('has left');
    expect(rejected).toHaveLength(1);
    const customers = await deps.db.read((q) => q.select().from(q.tables.customers));
    expect(customers).toMatchObject([{ ref: 'C1', adviserId: rhys.id }]);
    expect(customers).toHaveLength(1);
  });

  it('leave nobody with a leaver when a file names them at the same moment', async () => {
    for (let n = 0; n < 8; n += 1) {
      const leaver = await member('adviser', 'Lowri');
      const { ref } = await staffRow(leaver.id);
      const [left] = await Promise.all([
        letLeave(deps)({ staff: elin!, id: leaver.id }),
        importing([line(`R${n}`, ref)]),
      ]);
      const theirs = await deps.db.read((q) =>
        q.select().from(q.tables.customers).where(eq(q.tables.customers.adviserId, leaver.id)),
      );
      expect([left.ok, theirs.length]).toEqual(left.ok ? [true, 0] : [false, 1]);
    }
  });
});
