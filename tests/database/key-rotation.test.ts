import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keyedTables } from '@db/queries/sealed-columns.server';
import { createRateLimits } from '~/adapters/rate-limits';
import { createVault } from '~/adapters/vault';
import { DAY } from '~/domain/clock';
import { checkSignInCode } from '~/services/check-sign-in-code.server';
import { collectOwnData } from '~/services/collect-own-data.server';
import { openHeld } from '~/services/held-appointment.server';
import { issueCard } from '~/services/issue-card.server';
import { makeCalendarFeed, viewCalendarFeed } from '~/services/manage-calendar-feed.server';
import { receiveReply } from '~/services/receive-reply.server';
import { rotateKeys } from '~/services/rotate-keys.server';
import { loadCustomers } from '~/services/save-customers.server';
import { saveOwnName } from '~/services/save-own-details.server';
import { searchCustomers } from '~/services/search-customers.server';
import { sendSignInCode } from '~/services/send-sign-in-code.server';
import { signInWithCard } from '~/services/sign-in-with-card.server';
import { writeCalendarFeed } from '~/services/write-calendar-feed.server';
import { newestSignInCode } from '../support/customer-world';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps, TEST_KEYS } from '../support/deps';
import { everythingAbout } from '../support/everything-about';
import { aCustomer, aLink, aMemberOfStaff, anAppointment, anOffice } from '../support/factories';

const OLD = TEST_KEYS.dataKey;
const NEW = 'c3'.repeat(32);
const MOBILE = '+447700900123';
const FRIENDS = '+447700900124';

describeOnBothDatabases('changing DATA_KEY', (dialect) => {
  let database: TestDatabase;
  /** The portal with the old key alone, with both, and with the new one alone. */
  let before: ReturnType<typeof testDeps>;
  let during: ReturnType<typeof testDeps>;
  let after: ReturnType<typeof testDeps>;
  let office: Awaited<ReturnType<typeof anOffice>>;
  let adviser: Awaited<ReturnType<typeof aMemberOfStaff>>;
  let aled: Awaited<ReturnType<typeof aCustomer>>;

  const withKeys = (dataKey: string, ...otherDataKeys: string[]) => {
    const vault = createVault({ ...TEST_KEYS, dataKey, otherDataKeys });
    const { clock } = before ?? {};
    return testDeps(database.db, { vault, rateLimits: createRateLimits(database.db, vault), ...(clock && { clock }) });
  };
  type SomeDeps = typeof before;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    before = testDeps(database.db);
    during = withKeys(NEW, OLD);
    after = withKeys(NEW);
    office = await anOffice(before);
    adviser = await aMemberOfStaff(before, office.id);
    aled = await aCustomer(before, { officeId: office.id, adviserId: adviser.id }, { mobile: MOBILE });
  });
  afterEach(() => database.drop());

  const staff = () => {
    const { id, firstName, lastName, role } = adviser;
    return { kind: 'staff' as const, id, firstName, lastName, role, officeId: office.id };
  };
  const rotate = () => rotateKeys(during)({ change: true });
  const browser = { browserSecret: 'a browser', address: '192.0.2.1' };
  const ask = (deps: SomeDeps) => sendSignInCode(deps)({ ...browser, contact: '07700 900123', language: null, requestId: 'r' }); // prettier-ignore
  const type = (deps: SomeDeps, code: string) =>
    checkSignInCode(deps)({ ...browser, code, previousCookie: null, device: 'Chrome, Android' });
  const signIn = async (deps: SomeDeps) => {
    await ask(deps);
    return (await type(deps, await newestSignInCode(deps, aled.id))).ok;
  };
  const find = async (deps: SomeDeps, text = MOBILE) =>
    (await searchCustomers(deps)({ staff: staff(), text })).found.map(({ ref }) => ref);
  let texts = 0;
  const text = (deps: SomeDeps, body: string, from = MOBILE) =>
    receiveReply(deps)({ providerId: `SM${(texts += 1)}`, from, body });
  const refusals = () => database.db.read((q) => q.select().from(q.tables.optOuts));
  const points = () => database.db.read((q) => q.select().from(q.tables.contactPoints));

  it('leaves everybody findable and able to sign in, before, during and after', async () => {
    expect([await find(before), await signIn(before)]).toEqual([[aled.ref], true]);
    expect([await find(during), await signIn(during)]).toEqual([[aled.ref], true]);
    // A code that came before the portal was started with both keys, typed after.
    await ask(before);
    expect(await type(during, await newestSignInCode(before, aled.id))).toMatchObject({ ok: true });
    expect(await rotate()).toMatchObject({ left: 0, unreadable: 0 });
    expect([await find(during), await signIn(during)]).toEqual([[aled.ref], true]);
    expect([await find(after), await signIn(after)]).toEqual([[aled.ref], true]);
    expect(await find(before)).toEqual([]);
    expect(() => before.vault.open('' + after.vault.seal('x'))).toThrow();
  });

  it('keeps every refusal with its number, whenever it came', async () => {
    await aCustomer(before, { officeId: office.id, adviserId: adviser.id }, { firstName: 'Nia', mobile: FRIENDS });
    await text(before, 'STOP');
    await text(during, 'STOP', FRIENDS);
    await rotate();
    const indexes = [MOBILE, FRIENDS].map((number) => after.vault.index(number)).sort();
    expect((await refusals()).map(({ valueIndex }) => valueIndex).sort()).toEqual(indexes);
    expect((await points()).map(({ valueIndex }) => valueIndex).sort()).toEqual(indexes);
    await text(after, 'START');
    expect((await refusals()).filter(({ liftedAt }) => liftedAt === null)).toHaveLength(1);
    const replies = await database.db.read((q) => q.select().from(q.tables.replies));
    expect(replies.filter(({ customerId }) => customerId === aled.id)).toHaveLength(2);
  });

  it('joins what was written by both keys about one number, the later of two refusals', async () => {
    await text(before, 'STOP');
    const early = { id: 'a race', channel: 'sms' as const, since: 1, liftedAt: 2, source: 'reply' as const };
    await database.db.write((q) => q.insert(q.tables.optOuts).values({ ...early, valueIndex: during.vault.index(MOBILE) })); // prettier-ignore
    const [point] = await points();
    await database.db.write((q) => q.insert(q.tables.contactPoints).values({ ...point!, id: 'zz', valueIndex: during.vault.index(MOBILE) })); // prettier-ignore
    await rotate();
    expect(await refusals()).toMatchObject([{ valueIndex: after.vault.index(MOBILE), liftedAt: null }]);
    expect(await points()).toMatchObject([{ id: point!.id, valueIndex: after.vault.index(MOBILE) }]);
  });

  it('goes on where it was killed, while the portal works', async () => {
    await database.db.write(async (q) => {
      const texts = Array.from({ length: 250 }, (_, n) => ({
        ...{ id: `text ${1000 + n}`, customerId: aled.id, purpose: 'notice' as const, channel: 'sms' as const },
        ...{
          recipient: before.vault.seal(MOBILE),
          recipientIndex: before.vault.index(MOBILE),
          status: 'sent' as const,
        },
        ...{ body: before.vault.seal('Hello'), language: 'en' as const, notBefore: 0, sendBy: DAY, createdAt: 0 },
      }));
      await q.insert(q.tables.messages).values(texts);
    });
    let batches = 0;
    const killed = rotateKeys(during)({ change: true, rest: async () => void ((batches += 1) === 2 && fail()) });
    await expect(killed).rejects.toThrow('killed');
    const found = await rotateKeys(during)({ change: false });
    expect(found.left).toBeGreaterThan(0);
    expect(found.tables.find(({ table }) => table === 'messages')).toMatchObject({ rows: 250, sealed: 300 });
    expect(await signIn(during)).toBe(true);
    const during2 = { change: true, rest: async () => void (await signIn(during), await text(during, 'STOP')) };
    expect(await rotateKeys(during)(during2)).toMatchObject({ left: 0 });
    expect(await refusals()).toMatchObject([{ valueIndex: after.vault.index(MOBILE) }]);
    expect(await rotateKeys(after)({ change: false })).toMatchObject({ left: 0, unreadable: 0 });
  });

  it('overwrites nothing that is changed between being read and being sealed anew', async () => {
    let once = true;
    const write: TestDatabase['db']['write'] = async (work) => {
      const value = during.vault.seal('+447700900199');
      if (once) await database.db.write((q) => q.update(q.tables.contactPoints).set({ value }));
      once = false;
      return database.db.write(work);
    };
    const busy = new Proxy(database.db, { get: (db, name) => (name === 'write' ? write : Reflect.get(db, name)) });
    expect(await rotateKeys({ ...during, db: busy })({ change: true })).toMatchObject({ left: 0 });
    expect((await points()).map(({ value }) => after.vault.open(value))).toEqual(['+447700900199']);
  });

  it('leaves links, calendars and cards working that were handed out before', async () => {
    const about = { customerId: aled.id, officeId: office.id, adviserId: adviser.id };
    const token = await aLink(before, await anAppointment(before, about));
    await makeCalendarFeed(before)(about);
    const { address } = await viewCalendarFeed(before)(about);
    const card = (await issueCard(before)({ staff: staff(), customerId: aled.id }))!;
    await rotate();
    expect(await viewCalendarFeed(during)(about)).toEqual({ address });
    const byCard = { words: card.words.join(' '), address: '192.0.2.1', previousCookie: null, device: 'Chrome' };
    expect(await signInWithCard(after)(byCard)).toMatchObject({ ok: false });
    expect(await signInWithCard(during)(byCard)).toMatchObject({ ok: true });
    // Without the old key: what people have goes on working; the address of the calendar cannot be shown again, but replaced.
    expect(await openHeld(after, { kind: 'link', token, address: '192.0.2.1' })).toMatchObject({ state: 'open' });
    const feed = /calendar\/(.+)\.ics/.exec(address!)![1]!;
    expect(await writeCalendarFeed(after)({ token: feed, address: '192.0.2.1' })).toMatchObject({ state: 'open' });
    expect(await viewCalendarFeed(after)(about)).toEqual({ address: null });
    await makeCalendarFeed(after)(about);
    expect(await writeCalendarFeed(after)({ token: feed, address: '192.0.2.1' })).toMatchObject({ state: 'unknown' });
  });

  it('does not take an old file for news of what people have said themselves', async () => {
    await saveOwnName(before)({ customerId: aled.id, knownAs: '', firstName: 'Alun', lastName: 'Hughes' });
    const again = async (deps: SomeDeps) =>
      deps.db.write(async (q) => {
        const customers = await loadCustomers(q, deps, [aled.ref]);
        const told = { ref: aled.ref, firstName: 'Aled', lastName: 'Hughes', mobile: MOBILE, language: null };
        customers.tell({ ...told, landline: null, email: null, officeId: null, adviserId: null } as never);
        await customers.save();
      });
    await again(during);
    await rotate();
    await again(after);
    const [row] = await database.db.read((q) => q.select().from(q.tables.customers));
    expect(row).toMatchObject({ firstName: 'Alun', officeSaid: { firstName: after.vault.index('Aled') } });
    expect(await points()).toHaveLength(1);
  });

  it('knows every column with sealed values, and seals each of them anew', async () => {
    await everythingAbout(before, { customerId: aled.id, office, adviser });
    const { seal } = before.vault;
    await database.db.write(async (q) => {
      const { tables: t } = q;
      await q.update(t.staff).set({ totpSecret: seal('SECRET') });
      await q.update(t.adviserTerms).set({ note: seal('a note') });
      await q.update(t.messages).set({ subject: seal('a subject') });
      await q.insert(t.diaryExceptions).values({ id: 'e', adviserId: adviser.id, kind: 'leave', fromOn: '2026-12-01', untilOn: '2026-12-02', note: seal('a note'), createdAt: 0 }); // prettier-ignore
      await q.insert(t.importRuns).values({ id: 'i', officeId: office.id, staffId: adviser.id, kind: 'customers', fileName: 'a.csv', content: seal('a file'), state: 'seen', createdAt: 0 } as never); // prettier-ignore
    });
    const opened = async (deps: SomeDeps) => {
      const columns = new Set<string>();
      for (const table of Object.values(database.db.tables as Record<string, SQLiteTable>)) {
        for (const row of await database.db.read((q) => q.select().from(table)))
          for (const column of Object.keys(getTableColumns(table)))
            if (opens(deps, (row as Record<string, unknown>)[column])) columns.add(`${getTableName(table)}.${column}`);
      }
      return [...columns].sort();
    };
    const known = keyedTables(database.db.tables).flatMap(({ name, sealed }) => sealed.map((one) => `${name}.${one}`));
    expect(await opened(before)).toEqual(known.sort());
    expect(await rotate()).toMatchObject({ left: 0, unreadable: 0 });
    expect(await opened(after)).toEqual(known);
    expect(await opened(before)).toEqual([]);
    expect(JSON.stringify(await collectOwnData(after)({ customerId: aled.id }))).toContain('marked entry');
  });
});

function fail(): never {
  throw new Error('killed');
}

function opens(deps: ReturnType<typeof testDeps>, value: unknown): boolean {
  try {
    return typeof value === 'string' && value.startsWith('1.') && deps.vault.open(value) !== null;
  } catch {
    return false;
  }
}
