import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findCurrentProfile, findOpenProfile } from '@db/queries/profiles.server';
import type { Role } from '~/domain/access/role';
import type { AnswersSoFar } from '~/domain/capability/answers';
import { DAY, MINUTE } from '~/domain/clock';
import { verifyAudit } from '~/services/audit.server';
import { decideProfile, preferAnsweredWay, undoDecision } from '~/services/decide-profile.server';
import { answerProfile, askProfile, finishProfile } from '~/services/fill-profile.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { viewOwnProfile } from '~/services/view-own-profile.server';
import { viewProfileDesk } from '~/services/view-profile-desk.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine } from '../support/engine';
import { aMemberOfStaff, anOffice } from '../support/factories';
import { ABLE, aProfile, LEARNING } from '../support/profiles';

describeOnBothDatabases('a profile', (dialect) => {
  let database: TestDatabase;
  let engine: Awaited<ReturnType<typeof anEngine>>;
  let customerId: string;
  let adviser: SignedInStaff;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    customerId = (await engine.customer()).id;
    adviser = signedIn(engine.adviser, 'adviser');
  });
  afterEach(() => database.drop());

  const signedIn = (member: { id: string; officeId: string; firstName: string; lastName: string }, role: Role) =>
    ({ ...{ kind: 'staff', role }, ...member }) as SignedInStaff;
  const colleague = async (role: Role, officeId = engine.office.id) =>
    signedIn(await aMemberOfStaff(engine.deps, officeId, { role }), role);
  const teller = (staffId: string | null = null) => ({ customerId, officeId: engine.office.id, staffId });
  const answer = (said: AnswersSoFar, staffId: string | null = null) =>
    answerProfile(engine.deps)({ teller: teller(staffId), answer: said });
  const finish = () => finishProfile(engine.deps)({ teller: teller() });
  const own = () => viewOwnProfile(engine.deps)({ customerId });
  const desk = (staff = adviser) => viewProfileDesk(engine.deps)({ staff, customerId });
  const current = () => engine.deps.db.read((q) => findCurrentProfile(q, customerId));
  const open = () => engine.deps.db.read((q) => findOpenProfile(q, customerId));
  const customer = async () => {
    const rows = await engine.deps.db.read((q) =>
      q.select().from(q.tables.customers).where(eq(q.tables.customers.id, customerId)),
    );
    return rows[0]!;
  };
  const audited = async () => {
    const rows = await engine.deps.db.read((q) =>
      q.select().from(q.tables.auditEntries).orderBy(asc(q.tables.auditEntries.seq)),
    );
    return rows.map(({ action, actorKind, detail }) => [action, actorKind, detail].filter(Boolean).join(' '));
  };

  describe('that a customer fills in', () => {
    it('is kept after each answer, sealed, and gone on with', async () => {
      await answer({ device: 'own' });
      engine.deps.clock.advance(DAY);
      await answer({ online: 'sometimes' });
      expect((await own()).open).toEqual({ answers: { device: 'own', online: 'sometimes' }, ageBand: null });
      const kept = await open();
      expect(kept!.answers).not.toContain('sometimes');
      expect(kept).toMatchObject({ toldBy: 'customer', askedBy: null, finishedAt: null, updatedAt: engine.deps.clock.now() }); // prettier-ignore
      expect((await own()).current).toBeNull();
    });

    it('is not finished while a question is open, and is assessed once when none is', async () => {
      await answer({ device: 'own' });
      expect(await finish()).toEqual({ ok: false, reason: 'not_complete' });
      await answer(LEARNING);
      expect(await finish()).toEqual({ ok: true, changed: true });
      expect(await finish()).toEqual({ ok: true, changed: false });
      expect(await current()).toMatchObject({ score: 7, recommended: 'champion_first', rule: 'score', version: 1 });
      expect((await own()).current).toMatchObject({ answers: LEARNING, score: 7, decision: null, outOfDate: false });
      expect(await audited()).toEqual(['profile.finished customer champion_first score']);
      expect(await verifyAudit(engine.deps)()).toMatchObject({ ok: true });
    });

    it('is one when two pages are sent at once', async () => {
      await Promise.all([answer({ device: 'own' }), answer({ online: 'yes' })]);
      const rows = await engine.deps.db.read((q) => q.select().from(q.tables.profiles));
      expect(rows).toHaveLength(1);
      expect((await own()).open!.answers).toEqual({ device: 'own', online: 'yes' });
    });

    it('can be corrected: a new one from a copy of the answers, until they are out of date', async () => {
      await aProfile(engine.deps, customerId, LEARNING, { ageBand: '25_to_34' });
      engine.deps.clock.advance(DAY);
      await answer({ use_code: 'alone' });
      expect((await own()).open).toEqual({ answers: { ...LEARNING, use_code: 'alone' }, ageBand: '25_to_34' });
      await finish();
      expect(await current()).toMatchObject({ score: 8 });
      engine.deps.clock.advance(183 * DAY);
      expect((await own()).current).toMatchObject({ outOfDate: true });
      await answer({ use_code: 'alone' });
      expect((await own()).open!.answers).toEqual({ use_code: 'alone' });
    });

    it('makes wording neutral at once where others can read along, on record, whatever the file of the office says', async () => {
      await answer({ readByOthers: 'not_sure' });
      expect((await customer()).discreet).toBe(false);
      await answer({ readByOthers: 'yes' });
      expect(await customer()).toMatchObject({ discreet: true, officeSaid: { discreet: expect.any(String) } });
      await answer({ readByOthers: 'no' });
      expect((await customer()).discreet).toBe(true);
      expect(await audited()).toEqual(['customer.details_changed customer discreet']);
    });

    it('closes what they were asked again for', async () => {
      const about = { customerId, officeId: engine.office.id, raisedAt: 1 };
      await engine.deps.db.write((q) =>
        q.insert(q.tables.reasks).values({ id: engine.deps.newId(), ...about, reason: 'undelivered' }),
      );
      await answer(ABLE);
      await finish();
      const [reask] = await engine.deps.db.read((q) => q.select().from(q.tables.reasks));
      expect(reask).toMatchObject({ closedAt: engine.deps.clock.now(), closedBy: null });
    });

    it('says who helped, where a colleague did', async () => {
      await answer(ABLE, adviser.id);
      expect(await open()).toMatchObject({ toldBy: 'staff', askedBy: adviser.id });
    });

    it('is nobody else’s', async () => {
      await answer({ device: 'own' });
      const other = await engine.customer({ mobile: '+447700900124' });
      expect(await viewOwnProfile(engine.deps)({ customerId: other.id })).toMatchObject({ open: null, current: null });
    });
  });

  describe('that a colleague asks for', () => {
    const ask = (staff: SignedInStaff, formId = engine.deps.newId()) =>
      askProfile(engine.deps)({
        teller: { customerId, officeId: staff.officeId, staffId: staff.id },
        ...{ formId, answers: { ...ABLE, readByOthers: 'yes' as const }, ageBand: null },
      });

    it('is one, however often the form is sent, and takes the place of what was begun', async () => {
      await answer({ device: 'none' });
      const champion = await colleague('champion');
      const formId = engine.deps.newId();
      expect(await Promise.all([ask(champion, formId), ask(champion, formId)])).toContainEqual({ changed: true });
      expect(await ask(champion, formId)).toEqual({ changed: false });
      expect(await open()).toBeNull();
      expect(await current()).toMatchObject({ toldBy: 'staff', askedBy: champion.id, recommended: 'assisted', rule: 'safety' }); // prettier-ignore
      expect((await customer()).discreet).toBe(true);
      expect(await audited()).toEqual([
        'profile.finished staff assisted safety',
        'customer.details_changed staff discreet',
      ]);
      expect((await desk())!.current).toMatchObject({ asker: { id: champion.id } });
      expect((await desk())!.earlier).toEqual([]);
    });

    it('is not asked of another office’s customer, and does not write over somebody else’s', async () => {
      const elsewhere = await anOffice(engine.deps);
      expect(await ask(await colleague('adviser', elsewhere.id))).toBeNull();
      const other = await engine.customer({ mobile: '+447700900124' });
      const theirs = await aProfile(engine.deps, other.id, LEARNING);
      expect(await ask(adviser, theirs.id)).toEqual({ changed: false });
      expect(await current()).toBeNull();
    });
  });

  describe('that is decided', () => {
    const decide = (
      profileId: string,
      level: 'self_service' | 'champion_first' | 'assisted',
      reason = '',
      more: { staff?: SignedInStaff; decidedAt?: number | null } = {},
    ) => decideProfile(engine.deps)({ staff: adviser, customerId, profileId, level, reason, decidedAt: null, ...more });

    it('is confirmed, seen by the customer, and can be taken back', async () => {
      const { id } = await aProfile(engine.deps, customerId);
      expect(await decide(id, 'champion_first', 'not needed')).toEqual({ ok: true, changed: true });
      expect(await decide(id, 'champion_first')).toEqual({ ok: true, changed: false });
      expect((await own()).current!.decision).toMatchObject({ level: 'champion_first', reason: null, by: { firstName: 'Sioned' } }); // prettier-ignore
      const undo = () => undoDecision(engine.deps)({ staff: adviser, customerId, profileId: id });
      expect(await undo()).toEqual({ ok: true, changed: true });
      expect(await undo()).toEqual({ ok: true, changed: false });
      expect((await own()).current!.decision).toBeNull();
      expect(await audited()).toEqual(['profile.confirmed staff champion_first', 'profile.decision_undone staff']);
    });

    it('is decided otherwise only with a reason, which is sealed and not on the audit trail', async () => {
      const { id } = await aProfile(engine.deps, customerId);
      expect(await decide(id, 'assisted')).toEqual({ ok: false, reason: 'reason_missing' });
      expect(await decide(id, 'assisted', 'Her eyes are sore')).toEqual({ ok: true, changed: true });
      expect((await own()).current!.decision).toMatchObject({ level: 'assisted', reason: 'Her eyes are sore' });
      expect((await current())!.decidedReason).not.toContain('eyes');
      expect(JSON.stringify(await audited())).not.toContain('eyes');
      expect((await desk())!.current!.decision!.reason).toBe('Her eyes are sore');
      expect((await desk(await colleague('champion')))!.current!.decision!.reason).toBeNull();
    });

    it('is refused when a newer profile was finished meanwhile, or a colleague decided', async () => {
      const old = await aProfile(engine.deps, customerId);
      engine.deps.clock.advance(MINUTE);
      const newer = await aProfile(engine.deps, customerId, ABLE);
      const changed = { ok: false, reason: 'changed' };
      expect(await decide(old.id, 'champion_first')).toEqual(changed);
      expect(await undoDecision(engine.deps)({ staff: adviser, customerId, profileId: old.id })).toEqual(changed);
      expect(await preferAnsweredWay(engine.deps)({ staff: adviser, customerId, profileId: old.id })).toEqual(changed);
      expect(await decide(newer.id, 'assisted', 'a')).toMatchObject({ ok: true });
      const manager = await colleague('manager');
      expect(await decide(newer.id, 'champion_first', 'b', { staff: manager })).toEqual(changed);
      const decidedAt = (await current())!.decidedAt;
      expect(await decide(newer.id, 'champion_first', 'b', { staff: manager, decidedAt })).toMatchObject({ ok: true });
    });

    it('is decided once when two colleagues press at the same time', async () => {
      const { id } = await aProfile(engine.deps, customerId);
      const manager = await colleague('manager');
      const done = await Promise.all([decide(id, 'champion_first'), decide(id, 'assisted', 'no', { staff: manager })]);
      expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('is not there for another office, and its reading is on record', async () => {
      const { id } = await aProfile(engine.deps, customerId);
      const elsewhere = await colleague('adviser', (await anOffice(engine.deps)).id);
      expect(await decide(id, 'champion_first', '', { staff: elsewhere })).toEqual({ ok: false, reason: 'not_found' });
      expect(await desk(elsewhere)).toBeNull();
      expect(await audited()).toEqual([]);
      await desk();
      expect(await audited()).toEqual(['profile.read staff']);
    });

    it('shows those before it, the newest first', async () => {
      await aProfile(engine.deps, customerId, ABLE);
      engine.deps.clock.advance(MINUTE);
      await aProfile(engine.deps, customerId, LEARNING);
      engine.deps.clock.advance(MINUTE);
      await aProfile(engine.deps, customerId, { ...ABLE, way: 'letter' });
      const { current: newest, earlier } = (await desk())!;
      expect([newest, ...earlier].map((one) => one!.recommended)).toEqual([
        'assisted',
        'champion_first',
        'self_service',
      ]);
    });

    it('lets the channel be taken over, once', async () => {
      const { id } = await aProfile(engine.deps, customerId, { ...ABLE, way: 'email' });
      expect((await desk())!.channel).toBe('email');
      const prefer = () => preferAnsweredWay(engine.deps)({ staff: adviser, customerId, profileId: id });
      expect(await prefer()).toEqual({ ok: true, changed: true });
      expect(await prefer()).toEqual({ ok: true, changed: false });
      expect((await customer()).preferredChannel).toBe('email');
      expect((await desk())!.channel).toBeNull();
      expect(await audited()).toContain('customer.details_changed staff preferredChannel');
    });
  });
});
