import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '~/domain/clock';
import { endSession, resumeSession, startSession } from '~/services/sessions.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anOffice } from '../support/factories';

describeOnBothDatabases('a session', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let customerId: string;
  let staffId: string;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    const office = await anOffice(deps);
    staffId = (await aMemberOfStaff(deps, office.id)).id;
    customerId = (await aCustomer(deps, { officeId: office.id, adviserId: staffId }, { language: 'cy' })).id;
  });
  afterEach(() => database.drop());

  const signIn = (kind: 'customer' | 'staff', previous: string | null = null) =>
    startSession(deps)({ kind, id: kind === 'customer' ? customerId : staffId }, previous);
  const whose = (cookie: string) => resumeSession(deps)(cookie);
  const rows = () => deps.db.read((q) => q.select().from(q.tables.sessions));

  it('is the person’s who signed in, and nobody else’s', async () => {
    expect(await whose(await signIn('customer'))).toMatchObject({ kind: 'customer', id: customerId, language: 'cy' });
    expect(await whose(await signIn('staff'))).toMatchObject({ kind: 'staff', id: staffId, role: 'adviser' });
    expect(await whose('a-cookie-that-nobody-was-given')).toBeNull();
  });

  it('is kept as a hash of at least 128 random bits', async () => {
    const cookie = await signIn('customer');
    expect(Buffer.from(cookie, 'base64url').length).toBeGreaterThanOrEqual(16);
    expect(JSON.stringify(await rows())).not.toContain(cookie);
  });

  it('is a new one at every sign-in, and the one before ends', async () => {
    const before = await signIn('customer');
    const after = await signIn('customer', before);
    expect(after).not.toBe(before);
    expect(await whose(before)).toBeNull();
    expect(await whose(after)).not.toBeNull();
    expect(await rows()).toHaveLength(1);
  });

  it('of a customer never becomes one of staff in the same browser', async () => {
    const asCustomer = await signIn('customer');
    const asStaff = await signIn('staff', asCustomer);
    expect(await whose(asCustomer)).toBeNull();
    expect((await whose(asStaff))?.kind).toBe('staff');
  });

  it('ends on the server', async () => {
    const cookie = await signIn('staff');
    await endSession(deps)(cookie);
    expect(await whose(cookie)).toBeNull();
    expect(await rows()).toEqual([]);
  });

  it('of staff ends at once when they are no longer staff, and changes with their role', async () => {
    const cookie = await signIn('staff');
    const change = (values: object) =>
      deps.db.write((q) => q.update(q.tables.staff).set(values).where(eq(q.tables.staff.id, staffId)));
    await change({ role: 'manager' });
    expect(await whose(cookie)).toMatchObject({ role: 'manager' });
    await change({ active: false });
    expect(await whose(cookie)).toBeNull();
  });

  describe.each([
    { kind: 'customer' as const, idle: 30 * MINUTE, absolute: 12 * HOUR },
    { kind: 'staff' as const, idle: 15 * MINUTE, absolute: 8 * HOUR },
  ])('of $kind', ({ kind, idle, absolute }) => {
    it('ends when it is not used', async () => {
      const cookie = await signIn(kind);
      deps.clock.advance(idle - 1);
      expect(await whose(cookie)).not.toBeNull();
      deps.clock.advance(idle - 1);
      expect(await whose(cookie)).not.toBeNull();
      deps.clock.advance(idle);
      expect(await whose(cookie)).toBeNull();
    });

    it('ends after its time even when it is used all along', async () => {
      const cookie = await signIn(kind);
      const end = deps.clock.now() + absolute;
      while (deps.clock.now() + 10 * MINUTE < end) {
        deps.clock.advance(10 * MINUTE);
        expect(await whose(cookie)).not.toBeNull();
      }
      deps.clock.set(end - 1);
      expect(await whose(cookie)).not.toBeNull();
      deps.clock.set(end);
      expect(await whose(cookie)).toBeNull();
    });
  });
});
