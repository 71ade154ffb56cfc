import { afterEach, beforeEach, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { HOUR, MINUTE } from '~/domain/clock';
import { findVisitor, type VisitorsCookies } from '~/services/find-visitor.server';
import { openSession, startSession } from '~/services/sessions.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anOffice } from '../support/factories';

describeOnBothDatabases('who is there', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let officeId: string;
  let adviserId: string;
  let customerId: string;
  let kioskId: string;
  const kiosk = 'a-secret-that-a-shared-computer-was-given';

  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    officeId = (await anOffice(deps)).id;
    adviserId = (await aMemberOfStaff(deps, officeId)).id;
    customerId = (await aCustomer(deps, { officeId, adviserId })).id;
    kioskId = deps.newId();
    const now = deps.clock.now();
    const enrolled = { id: kioskId, officeId, name: 'By the window', createdAt: now, enrolledAt: now };
    const opened = { secretHash: deps.vault.hashSecret(kiosk), openedAt: now, openUntil: now + HOUR };
    await deps.db.write((q) => q.insert(q.tables.kiosks).values({ ...enrolled, ...opened }));
  });
  afterEach(() => database.drop());

  const who = (cookies: Partial<VisitorsCookies>) =>
    findVisitor(deps)({ session: null, help: null, kiosk: null, path: '/', ...cookies });
  const signIn = (person: Parameters<ReturnType<typeof startSession>>[0]) => startSession(deps)(person, null);
  const adviser = () => signIn({ kind: 'staff', id: adviserId });
  const changeKiosk = (change: Partial<{ openUntil: number | null; revokedAt: number }>) =>
    deps.db.write((q) => q.update(q.tables.kiosks).set(change).where(eq(q.tables.kiosks.id, kioskId)));

  async function beginHelp(staffId = adviserId) {
    const id = deps.newId();
    return deps.db.write(async (q) => {
      const now = deps.clock.now();
      const help = { id, customerId, officeId, staffId, way: 'phone' as const, identity: 'known' as const };
      await q.insert(q.tables.helps).values({ ...help, startedAt: now });
      const secret = await openSession(q, deps, { kind: 'customer', id: customerId, help: { id, staffId } }, null);
      return { id, secret };
    });
  }
  const endHelp = (id: string) =>
    deps.db.write((q) => q.update(q.tables.helps).set({ endedAt: deps.clock.now() }).where(eq(q.tables.helps.id, id)));

  it('on a shared computer is never staff, whatever cookies there are', async () => {
    const session = await adviser();
    const { secret: help } = await beginHelp();
    for (const path of ['/', '/staff/day', '/appointments']) {
      const visitor = await who({ session, help, kiosk, path });
      expect(visitor.person).toBeNull();
      expect(visitor.kiosk).toMatchObject({ id: kioskId, open: true });
    }
  });

  it('on a shared computer is the customer who signed in on it, while it is open', async () => {
    const session = await signIn({ kind: 'customer', id: customerId, kioskId });
    expect((await who({ session, kiosk })).person).toMatchObject({ kind: 'customer', id: customerId, kioskId });
    await changeKiosk({ openUntil: null });
    expect(await who({ session, kiosk })).toMatchObject({ person: null, kiosk: { open: false } });
  });

  it('brings no session to a shared computer, and takes none away from it', async () => {
    const own = await signIn({ kind: 'customer', id: customerId });
    expect((await who({ session: own, kiosk })).person).toBeNull();
    const theirs = await signIn({ kind: 'customer', id: customerId, kioskId });
    expect((await who({ session: theirs })).person).toBeNull();
  });

  it('is no longer at a shared computer once it was taken out of use', async () => {
    const session = await signIn({ kind: 'customer', id: customerId, kioskId });
    await changeKiosk({ revokedAt: deps.clock.now() });
    expect(await who({ session, kiosk })).toEqual({ person: null, kiosk: null });
    expect((await who({ session: await adviser(), kiosk })).person).toMatchObject({ kind: 'staff' });
  });

  it('is gone from a shared computer after three minutes, and in any case after thirty', async () => {
    const session = await signIn({ kind: 'customer', id: customerId, kioskId });
    for (let minute = 2; minute < 30; minute += 2) {
      deps.clock.advance(2 * MINUTE);
      expect((await who({ session, kiosk })).person).not.toBeNull();
    }
    deps.clock.advance(2 * MINUTE);
    expect((await who({ session, kiosk })).person).toBeNull();
    const another = await signIn({ kind: 'customer', id: customerId, kioskId });
    deps.clock.advance(3 * MINUTE);
    expect((await who({ session: another, kiosk })).person).toBeNull();
  });

  it('is the customer on their pages while a colleague helps, and the colleague in the staff rooms', async () => {
    const session = await adviser();
    const { id, secret: help } = await beginHelp();
    const helped = (await who({ session, help, path: '/appointments' })).person;
    expect(helped).toMatchObject({
      kind: 'customer',
      id: customerId,
      help: { id, way: 'phone', by: { id: adviserId } },
    });
    for (const path of ['/staff/day', '/staff', '/outbox', '/sign-in-methods', '/details/download', '/sign-in'])
      expect((await who({ session, help, path })).person).toMatchObject({ kind: 'staff', id: adviserId });
  });

  it('is nobody’s helper with somebody else’s help, without being signed in, or when it has ended', async () => {
    const { id, secret: help } = await beginHelp();
    expect((await who({ help })).person).toBeNull();
    expect((await who({ session: help })).person).toBeNull();
    const colleague = (await aMemberOfStaff(deps, officeId)).id;
    const theirs = await signIn({ kind: 'staff', id: colleague });
    expect((await who({ session: theirs, help })).person).toMatchObject({ kind: 'staff', id: colleague });
    const session = await adviser();
    await endHelp(id);
    expect((await who({ session, help })).person).toMatchObject({ kind: 'staff', id: adviserId });
  });

  it('helps nobody any more who has left, or changed to another office', async () => {
    const session = await adviser();
    const { secret: help } = await beginHelp();
    const elsewhere = (await anOffice(deps)).id;
    await deps.db.write((q) =>
      q.update(q.tables.customers).set({ officeId: elsewhere }).where(eq(q.tables.customers.id, customerId)),
    );
    expect((await who({ session, help })).person).toMatchObject({ kind: 'staff' });
    await deps.db.write((q) => q.update(q.tables.staff).set({ active: false }).where(eq(q.tables.staff.id, adviserId)));
    expect((await who({ session, help })).person).toBeNull();
  });
});
