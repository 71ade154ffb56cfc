import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { IdentityFact } from '~/domain/assisted/identity-questions';
import { HOUR, MINUTE } from '~/domain/clock';
import { answerIdentityQuestion, beginDeskHelp, viewHelpDesk } from '~/services/ask-who-it-is.server';
import { verifyAudit } from '~/services/audit.server';
import { beginContactChange } from '~/services/change-own-contact.server';
import { endOwnHelps, endUnusedHelps, finishHelp } from '~/services/end-help.server';
import { findVisitor } from '~/services/find-visitor.server';
import { noteAct } from '~/services/note-act.server';
import { startSession, type SignedInCustomer, type SignedInStaff } from '~/services/sessions.server';
import { signOutStaff } from '~/services/sign-in-staff.server';
import { isHelpedNow, viewOpenHelp, viewOwnHelps } from '~/services/view-help.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aContactPoint, aCustomer, anAppointment, aStep } from '../support/factories';
import { aHelpingOffice } from '../support/helping-office';

/** The clock stands at 9:00 on Monday 23 November 2026. */
describeOnBothDatabases('a help', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let officeId: string;
  let [priya, rhys, elsewhere]: SignedInStaff[] = [];
  let sam: string;

  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    ({ officeId, priya, rhys, elsewhere } = await aHelpingOffice(deps));
    const team = { officeId, adviserId: priya.id };
    sam = (await aCustomer(deps, team, { firstName: 'Sam', lastName: 'Jones', mobile: '+447700900123' })).id;
    await aContactPoint(deps, sam, 'post', '12 Harbour Row\nBangor\nLL57 2AB');
    await anAppointment(deps, { customerId: sam, ...team }, { startsAt: Date.parse('2026-11-27T14:30:00Z') });
    await aStep(deps, sam);
  });
  afterEach(async () => {
    expect(await verifyAudit(deps)()).toMatchObject({ ok: true });
    await database.drop();
  });

  const SAID: Record<IdentityFact, string> = {
    ...{ home: 'LL57', step: 'ring the college', next_meeting: 'Friday 2.30', adviser: 'Priya', mobile: '123' },
    ...{ landline: '', email: '', club: '' },
  };
  const rows = <T extends 'helps' | 'identityChecks' | 'customerActs' | 'contactRecords' | 'sessions' | 'auditEntries'>(
    table: T,
  ) => deps.db.read(async (q) => (await q.select().from(q.tables[table])) as unknown[] as Record<string, unknown>[]);
  const stepOf = async (staff = priya!) => (await viewHelpDesk(deps)({ staff, customerId: sam }))!.step;
  const answer = (fact: IdentityFact, said: string, staff = priya!) =>
    answerIdentityQuestion(deps)({ staff, customerId: sam, fact, said });
  async function answerNext(said?: string) {
    const step = await stepOf();
    if (step.next !== 'ask') throw new Error(step.next);
    return answer(step.fact, said ?? SAID[step.fact]);
  }
  async function atTheDesk(staff = priya!) {
    const begun = await beginDeskHelp(deps)({ staff, customerId: sam });
    return begun!.secret;
  }
  const signedIn = (who = priya!) => startSession(deps)({ kind: 'staff', id: who.id }, null);
  const visitor = (session: string | null, help: string | null, path = '/', kiosk: string | null = null) =>
    findVisitor(deps)({ session, help, kiosk, path });
  const asHelped = async (session: string, help: string) => (await visitor(session, help)).person as SignedInCustomer;

  it('by phone begins after two right answers, of which one is on no telephone', async () => {
    expect(await answerNext()).toEqual({ ok: false, reason: 'right' });
    const begun = await answerNext();
    expect(begun).toMatchObject({ ok: true });
    const checks = await rows('identityChecks');
    expect(checks).toHaveLength(2);
    expect(checks.map(({ asked }) => asked).some((asked) => asked === 'home' || asked === 'step')).toBe(true);
    expect(await rows('helps')).toMatchObject([{ way: 'phone', identity: 'questions', staffId: priya!.id }]);
    // The next conversation begins at the beginning.
    expect(await stepOf()).toMatchObject({ next: 'ask', right: 0 });
  });

  it('is not given by phone after three wrong answers, to any colleague, until the next day', async () => {
    for (let n = 0; n < 3; n += 1) expect(await answerNext('no idea')).toEqual({ ok: false, reason: 'wrong' });
    expect(await stepOf()).toEqual({ next: 'stop', why: 'too_many_wrong' });
    expect(await stepOf(rhys)).toEqual({ next: 'stop', why: 'too_many_wrong' });
    for (const fact of Object.keys(SAID) as IdentityFact[])
      expect(await answer(fact, SAID[fact])).toEqual({ ok: false, reason: 'ask_again' });
    expect(await rows('helps')).toEqual([]);
    deps.clock.set('2026-11-24T09:00:00Z');
    expect(await stepOf()).toMatchObject({ next: 'ask' });
  });

  it('takes no answer twice, none to a question that was not asked, and none of another colleague’s', async () => {
    const step = await stepOf();
    if (step.next !== 'ask') throw new Error(step.next);
    expect(await answer(step.fact, SAID[step.fact])).toEqual({ ok: false, reason: 'right' });
    expect(await answer(step.fact, SAID[step.fact])).toEqual({ ok: false, reason: 'ask_again' });
    expect(await rows('identityChecks')).toHaveLength(1);
    expect(await stepOf(rhys)).toMatchObject({ right: 0 });
    deps.clock.advance(16 * MINUTE);
    expect(await stepOf()).toMatchObject({ right: 0 });
  });

  it('keeps the kinds of facts and never an answer', async () => {
    await answerNext('Quillfeather');
    expect(JSON.stringify([await rows('identityChecks'), await rows('auditEntries')])).not.toContain('Quillfeather');
  });

  it('of another office’s customer there is none', async () => {
    expect(await viewHelpDesk(deps)({ staff: elsewhere!, customerId: sam })).toBeNull();
    expect(await beginDeskHelp(deps)({ staff: elsewhere!, customerId: sam })).toBeNull();
    expect(await answer('adviser', 'Priya', elsewhere)).toEqual({ ok: false, reason: 'not_found' });
    const finish = { staff: elsewhere!, customerId: sam, readBack: true };
    await atTheDesk();
    expect(await finishHelp(deps)(finish)).toEqual({ ok: false, reason: 'not_found' });
    expect(await finishHelp(deps)({ ...finish, staff: rhys! })).toEqual({ ok: false, reason: 'not_found' });
  });

  it('is the customer on the customer’s pages, for the colleague who began it and nobody else', async () => {
    const [own, help] = [await signedIn(), await atTheDesk()];
    expect((await visitor(own, help)).person).toMatchObject({ kind: 'customer', id: sam, help: { way: 'desk' } });
    expect((await visitor(own, help, '/staff/day')).person).toMatchObject({ kind: 'staff', id: priya!.id });
    for (const path of ['/sign-in-methods', '/sign-out', '/details/download', '/details/check', '/calendar'])
      expect(await visitor(own, help, path)).toMatchObject({ person: { kind: 'staff' }, barred: 'theirs' });
    const others = [await signedIn(rhys), await signedIn(elsewhere)];
    for (const session of others) expect((await visitor(session, help)).person).toMatchObject({ kind: 'staff' });
    expect((await visitor(null, help)).person).toBeNull();
    expect((await visitor(help, null)).person).toBeNull();
    const stranger = await startSession(deps)({ kind: 'customer', id: sam }, null);
    expect((await visitor(stranger, help)).person).toMatchObject({ kind: 'customer', help: null });
  });

  it('is nothing on a shared computer', async () => {
    const [own, help] = [await signedIn(), await atTheDesk()];
    const kiosk = { id: deps.newId(), officeId, name: 'By the window', createdAt: 0, enrolledAt: 0 };
    const open = { secretHash: deps.vault.hashSecret('a secret of a kiosk'), openUntil: deps.clock.now() + HOUR };
    await deps.db.write((q) => q.insert(q.tables.kiosks).values({ ...kiosk, ...open }));
    expect((await visitor(own, help, '/', 'a secret of a kiosk')).person).toBeNull();
  });

  it('that is begun by the same form twice is one; another one ends the first', async () => {
    const first = await atTheDesk();
    const second = await atTheDesk();
    const own = await signedIn();
    expect(await rows('helps')).toHaveLength(1);
    expect((await visitor(own, first)).person).toMatchObject({ kind: 'staff' });
    expect((await visitor(own, second)).person).toMatchObject({ kind: 'customer' });
    deps.clock.advance(5 * MINUTE);
    await atTheDesk();
    expect(await rows('helps')).toHaveLength(2);
    expect((await rows('helps')).filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
    expect(await rows('contactRecords')).toHaveLength(1);
  });

  it('is one contact when it is finished, with what was mostly done, and its cookie is worth nothing', async () => {
    const [own, help] = [await signedIn(), await atTheDesk()];
    const person = await asHelped(own, help);
    for (const action of ['/details/name', '/appointments/:id/new-time', '/appointments/:id/confirmation', '/sign-out'])
      await noteAct(deps)({ person, action });
    deps.clock.advance(6.5 * MINUTE);
    const view = await viewOpenHelp(deps)({ staff: priya!, customerId: sam });
    expect(view!.acts.map(({ action }) => action)).toHaveLength(3);
    expect(view!.facts).toMatchObject({ meetings: [{ adviser: 'Priya' }], steps: null, clubs: null });
    const finish = (readBack: boolean | null) => finishHelp(deps)({ staff: priya!, customerId: sam, readBack });
    expect(await finish(null)).toEqual({ ok: false, reason: 'not_answered' });
    expect(await finish(true)).toEqual({ ok: true });
    expect(await finish(true)).toEqual({ ok: false, reason: 'not_found' });
    const [record] = await rows('contactRecords');
    expect(record).toMatchObject({
      channel: 'desk',
      direction: 'in',
      service: 'appointment',
      helped: true,
      minutes: 7,
    });
    expect(await rows('helps')).toMatchObject([
      { endedBy: 'staff', readBackAt: deps.clock.now(), contactId: record!.id },
    ]);
    expect((await visitor(own, help)).person).toMatchObject({ kind: 'staff' });
    const acted = (await rows('auditEntries')).filter(({ action }) => action === 'help.acted');
    expect(acted.map(({ detail }) => detail)).toContain('/appointments/:id/new-time');
    expect(acted).toHaveLength(3);
    const { helps } = await viewOwnHelps(deps)({ customerId: sam });
    expect(helps).toMatchObject([{ by: 'Priya', way: 'desk', readBack: true, open: false }]);
    expect(helps[0]!.acts).toHaveLength(3);
  });

  it('ends when the colleague signs out, and does not come back with them', async () => {
    const [own, help] = [await signedIn(), await atTheDesk()];
    await signOutStaff(deps)({ member: priya!, cookie: own });
    expect(await rows('helps')).toMatchObject([{ endedBy: 'staff', readBackAt: null }]);
    expect((await visitor(await signedIn(), help)).person).toMatchObject({ kind: 'staff' });
    expect(await rows('contactRecords')).toHaveLength(1);
  });

  it('ends when the customer says so', async () => {
    const [own, help] = [await signedIn(), await atTheDesk()];
    expect(await isHelpedNow(deps)({ customerId: sam })).toBe(true);
    await endOwnHelps(deps)({ customerId: sam });
    await endOwnHelps(deps)({ customerId: sam });
    expect(await rows('helps')).toMatchObject([{ endedBy: 'customer' }]);
    expect((await visitor(own, help)).person).toMatchObject({ kind: 'staff' });
    expect(await isHelpedNow(deps)({ customerId: sam })).toBe(false);
    expect(await rows('contactRecords')).toHaveLength(1);
  });

  it('ends by itself after a quarter of an hour without use, when it was last used', async () => {
    const began = deps.clock.now();
    await atTheDesk();
    deps.clock.advance(14 * MINUTE);
    expect(await endUnusedHelps(deps)()).toBe(0);
    deps.clock.advance(2 * MINUTE);
    expect(await isHelpedNow(deps)({ customerId: sam })).toBe(false);
    expect(await endUnusedHelps(deps)()).toBe(1);
    expect(await endUnusedHelps(deps)()).toBe(0);
    expect(await rows('helps')).toMatchObject([{ endedBy: 'time', endedAt: began }]);
    expect(await rows('contactRecords')).toMatchObject([{ minutes: 1, service: 'other' }]);
  });

  it('lets a number be changed without a code, for somebody who has proved who they are; the old one is told', async () => {
    const change = (helped: boolean) =>
      beginContactChange(deps)({
        ...{ customerId: sam, address: '192.0.2.1', language: 'en', requestId: 'request', thing: 'phone', helped },
        ...{ typed: { phone: '07700 900456', email: '', address: '', postcode: '' }, replacesId: null },
      });
    expect(await change(true)).toMatchObject({ ok: true, next: 'done' });
    const points = await deps.db.read((q) =>
      q
        .select()
        .from(q.tables.contactPoints)
        .where(eq(q.tables.contactPoints.valueIndex, deps.vault.index('+447700900456'))),
    );
    expect(points).toMatchObject([{ kind: 'mobile', verifiedAt: deps.clock.now() }]);
    const told = await deps.db.read((q) => q.select().from(q.tables.messages));
    expect(told).toHaveLength(1);
    expect(told[0]!.purpose).not.toBe('sign_in_code');
  });
});
