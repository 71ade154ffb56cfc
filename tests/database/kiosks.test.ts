import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '~/domain/clock';
import { findVisitor } from '~/services/find-visitor.server';
import { forgetEndedSessions } from '~/services/forget-ended-sessions.server';
import { keepFormDraft, listBegun, readFormDraft, throwDraftAway } from '~/services/keep-form-draft.server';
import { newEnrolCode, restoreKiosk, revokeKiosk, viewKiosks } from '~/services/manage-kiosks.server';
import { enrolKiosk, keepKioskInUse, lockKiosk, makeKioskPin, openKiosk } from '~/services/open-kiosk.server';
import { startSession, type SignedInCustomer } from '~/services/sessions.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer } from '../support/factories';
import { aKioskWorld } from '../support/kiosk-world';

describeOnBothDatabases('a shared computer', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let world: Awaited<ReturnType<typeof aKioskWorld>>;
  beforeAll(async () => void (database = await newDatabase(dialect)));
  afterAll(() => database.drop());
  beforeEach(async () => {
    deps = testDeps(database.db);
    world = await aKioskWorld(deps);
  });

  const visitor = (secret: string, session: string | null = null, path = '/') =>
    findVisitor(deps)({ session, help: null, kiosk: secret, path });
  const actions = () =>
    database.db.read(async (q) => {
      const rows = await q.select().from(q.tables.auditEntries).orderBy(q.tables.auditEntries.seq);
      return rows.filter(({ chain }) => chain === `office:${world.office.id}`).map(({ action }) => action);
    });
  async function signedIn(kiosk: { id: string }) {
    const customer = await aCustomer(deps, { officeId: world.office.id, adviserId: world.manager.id });
    const cookie = await startSession(deps)({ kind: 'customer', id: customer.id, kioskId: kiosk.id }, null);
    return { customer, cookie };
  }

  it('is enrolled by a code, once and for a quarter of an hour; what is kept are hashes', async () => {
    const code = await world.code();
    const first = await enrolKiosk(deps)({ code: `${code.slice(0, 4)} ${code.slice(4)}`, address: world.address });
    expect(first.ok).toBe(true);
    expect(await enrolKiosk(deps)({ code, address: world.address })).toEqual({ ok: false, reason: 'wrong' });
    const late = await world.code('By the door');
    deps.clock.advance(15 * MINUTE);
    expect(await enrolKiosk(deps)({ code: late, address: world.address })).toEqual({ ok: false, reason: 'wrong' });
    const kept = JSON.stringify(await database.db.read((q) => q.select().from(q.tables.kiosks)));
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(first.ok && first.secret);
  });

  it('gets another code when its name is given again while it waits: a form sent twice makes one', async () => {
    const [before, after] = [await world.code(), await world.code()];
    expect((await viewKiosks(deps)({ staff: world.manager })).kiosks).toHaveLength(1);
    expect(await enrolKiosk(deps)({ code: before, address: world.address })).toMatchObject({ ok: false });
    expect(await enrolKiosk(deps)({ code: after, address: world.address })).toMatchObject({ ok: true });
  });

  it('cannot be enrolled by guessing', async () => {
    const tries = [];
    for (let n = 0; n < 11; n += 1) {
      tries.push(await enrolKiosk(deps)({ code: `${10_000_000 + n}`, address: world.address }));
    }
    expect(tries.at(-2)).toEqual({ ok: false, reason: 'wrong' });
    expect(tries.at(-1)).toMatchObject({ ok: false, reason: 'too_many' });
    expect(await enrolKiosk(deps)({ code: 'a code', address: world.address })).toEqual({
      ok: false,
      reason: 'malformed',
    });
  });

  it('moves to another device with a new code; the first is a shared computer no more', async () => {
    const kiosk = await world.open();
    const { cookie } = await signedIn(kiosk);
    const made = await newEnrolCode(deps)({ staff: world.manager, id: kiosk.id });
    const other = await enrolKiosk(deps)({ code: made!.code, address: world.address });
    expect((await visitor(kiosk.secret, cookie)).kiosk).toBeNull();
    expect((await visitor(kiosk.secret, cookie)).person).toBeNull();
    expect((await visitor(other.ok ? other.secret : '', cookie)).person).toBeNull();
  });

  it('is opened by a number of today, on record; a wrong one is refused, and after five there is a wait', async () => {
    const kiosk = await world.enrolled();
    expect((await visitor(kiosk.secret)).kiosk?.open).toBe(false);
    const pin = await world.pin();
    const wrong = pin === '000000' ? '000001' : '000000';
    expect(await openKiosk(deps)({ kiosk, pin: wrong })).toEqual({ ok: false, reason: 'wrong' });
    expect(await openKiosk(deps)({ kiosk, pin })).toEqual({ ok: true });
    expect((await visitor(kiosk.secret)).kiosk?.open).toBe(true);
    const [shown] = (await viewKiosks(deps)({ staff: world.manager })).kiosks;
    expect(shown).toMatchObject({ state: 'open', openedBy: { firstName: world.champion.firstName } });
    expect((await actions()).slice(-4)).toEqual([
      ...['kiosk.enrolled', 'kiosk.pin_made', 'kiosk.opening_refused', 'kiosk.opened'],
    ]);
    for (let n = 0; n < 3; n += 1) await openKiosk(deps)({ kiosk, pin: wrong });
    expect(await openKiosk(deps)({ kiosk, pin })).toMatchObject({ ok: false, reason: 'too_many' });
  });

  it('is opened by nobody’s number of another office, and by none of yesterday', async () => {
    const kiosk = await world.enrolled();
    const elsewhere = await aKioskWorld(deps);
    expect(await openKiosk(deps)({ kiosk, pin: await elsewhere.pin() })).toMatchObject({ reason: 'wrong' });
    const pin = await world.pin();
    deps.clock.advance(DAY);
    expect(await openKiosk(deps)({ kiosk, pin })).toMatchObject({ reason: 'wrong' });
  });

  it('needs a sign-in of today for the number', async () => {
    const staff = world.champion;
    deps.clock.set('2026-11-23T23:30:00Z');
    const cookie = await startSession(deps)({ kind: 'staff', id: staff.id }, null);
    expect(await makeKioskPin(deps)({ staff, cookie })).toMatchObject({ ok: true });
    deps.clock.set('2026-11-24T00:30:00Z');
    expect(await makeKioskPin(deps)({ staff, cookie })).toEqual({ ok: false, reason: 'sign_in_again' });
    expect(await makeKioskPin(deps)({ staff, cookie: 'somebody else’s' })).toMatchObject({ ok: false });
  });

  it('locks itself after two hours without use and at the end of the day, and stays open while it is used', async () => {
    const kiosk = await world.open();
    const isOpen = async () => (await visitor(kiosk.secret)).kiosk?.open;
    deps.clock.advance(2 * HOUR - SECOND);
    await keepKioskInUse(deps)(kiosk);
    deps.clock.advance(2 * HOUR - SECOND);
    expect(await isOpen()).toBe(true);
    deps.clock.advance(SECOND);
    expect(await isOpen()).toBe(false);
    await keepKioskInUse(deps)(kiosk);
    expect(await isOpen()).toBe(false);
    deps.clock.set('2026-11-23T23:00:00Z');
    const late = await world.open('By the door');
    deps.clock.set('2026-11-24T00:00:00Z');
    expect((await visitor(late.secret)).kiosk?.open).toBe(false);
  });

  it('is locked by anybody who sits at it, and by its office; whoever was signed in is signed out', async () => {
    const kiosk = await world.open();
    const { cookie } = await signedIn(kiosk);
    expect((await visitor(kiosk.secret, cookie)).person?.kind).toBe('customer');
    expect(await lockKiosk(deps)({ ...kiosk, staff: null })).toBe(true);
    expect((await visitor(kiosk.secret, cookie)).person).toBeNull();
    await openKiosk(deps)({ kiosk, pin: await world.pin() });
    expect((await visitor(kiosk.secret, cookie)).person).toBeNull();
    expect(await lockKiosk(deps)({ ...kiosk, officeId: deps.newId(), staff: world.champion })).toBe(false);
  });

  it('is taken out of use at once, and put back locked', async () => {
    const kiosk = await world.open();
    const { cookie } = await signedIn(kiosk);
    expect(await revokeKiosk(deps)({ staff: world.manager, id: kiosk.id })).toEqual({ changed: true });
    expect(await visitor(kiosk.secret, cookie)).toEqual({ person: null, kiosk: null });
    expect(await restoreKiosk(deps)({ staff: world.manager, id: kiosk.id })).toEqual({ changed: true });
    expect((await visitor(kiosk.secret, cookie)).kiosk).toMatchObject({ open: false });
    const elsewhere = await aKioskWorld(deps);
    expect(await revokeKiosk(deps)({ staff: elsewhere.manager, id: kiosk.id })).toBeNull();
  });

  it('has sessions that count on it alone, for three minutes without use and half an hour at the most', async () => {
    const kiosk = await world.open();
    const other = await world.open('By the door');
    const { cookie } = await signedIn(kiosk);
    expect((await visitor(other.secret, cookie)).person).toBeNull();
    expect((await findVisitor(deps)({ session: cookie, help: null, kiosk: null, path: '/' })).person).toBeNull();
    for (let n = 0; n < 10; n += 1) {
      expect((await visitor(kiosk.secret, cookie)).person?.kind).toBe('customer');
      deps.clock.advance(3 * MINUTE - SECOND);
    }
    deps.clock.advance(10 * SECOND);
    expect((await visitor(kiosk.secret, cookie)).person).toBeNull();
    const idle = await signedIn(kiosk);
    deps.clock.advance(3 * MINUTE);
    expect((await visitor(kiosk.secret, idle.cookie)).person).toBeNull();
  });

  it('has nobody of staff on it, whatever session there is', async () => {
    const kiosk = await world.open();
    const session = await startSession(deps)({ kind: 'staff', id: world.champion.id }, null);
    for (const path of ['/', '/staff', '/staff/day', '/outbox'])
      expect((await visitor(kiosk.secret, session, path)).person).toBeNull();
  });

  it('keeps what somebody had typed until the end of the day, sealed, for them alone, and without codes', async () => {
    const kiosk = await world.open();
    const { customer, cookie } = await signedIn(kiosk);
    const person = (await visitor(kiosk.secret, cookie)).person as SignedInCustomer;
    const typed = (value: string) => new URLSearchParams({ firstName: value, code: '123456' });
    await keepFormDraft(deps)({ person, path: '/details/name?from=home', fields: typed('Zebedee') });
    await keepFormDraft(deps)({ person, path: '/details/name?from=home', fields: typed('Zebediah') });
    const [begun, ...more] = await listBegun(deps)({ customerId: customer.id });
    expect(more).toEqual([]);
    expect(begun).toMatchObject({ form: 'name', path: `/details/name?from=home&draft=${begun!.id}` });
    const mine = { id: begun!.id, customerId: customer.id, path: '/details/name' };
    expect((await readFormDraft(deps)(mine))?.toString()).toBe('firstName=Zebediah');
    expect(await readFormDraft(deps)({ ...mine, customerId: deps.newId() })).toBeNull();
    expect(await readFormDraft(deps)({ ...mine, path: '/plan' })).toBeNull();
    const kept = await database.db.read((q) => q.select().from(q.tables.formDrafts));
    expect(JSON.stringify(kept)).not.toContain('Zebediah');
    await throwDraftAway(deps)({ customerId: customer.id, path: '/details/name' });
    expect(await listBegun(deps)({ customerId: customer.id })).toEqual([]);
    await keepFormDraft(deps)({ person, path: '/plan', fields: typed('x') });
    deps.clock.advance(DAY);
    expect(await listBegun(deps)({ customerId: customer.id })).toEqual([]);
    await forgetEndedSessions(deps)();
    expect(await database.db.read((q) => q.select().from(q.tables.formDrafts))).toEqual([]);
  });
});
