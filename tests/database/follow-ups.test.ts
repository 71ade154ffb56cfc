import { asc } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chaseFollowUps } from '~/services/chase-follow-ups.server';
import { agreePlan } from '~/services/change-plan-as-staff.server';
import { couldNotReach, doFollowUp, reopenFollowUp } from '~/services/do-follow-up.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { giveConsent, viewSharing, withdrawConsent } from '~/services/share-with-partners.server';
import { viewCallList } from '~/services/view-call-list.server';
import { viewFollowUps } from '~/services/view-follow-ups.server';
import { viewOfficeDay } from '~/services/view-office-day.server';
import { viewPlan } from '~/services/view-plan.server';
import { viewPlanAsStaff } from '~/services/view-plan-as-staff.server';
import { viewSharedPlan, viewSharedPlans } from '~/services/view-shared-plans.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anOffice, aStep } from '../support/factories';

/** Sioned and Aled of Bangor; Paul is of another office. It is Tuesday 24 November 2026. */
describeOnBothDatabases('an agreed plan, afterwards', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let aled: Awaited<ReturnType<typeof aCustomer>>;
  let sioned: SignedInStaff;
  let paul: SignedInStaff;

  const signedIn = (
    { id, officeId, firstName, lastName }: Awaited<ReturnType<typeof aMemberOfStaff>>,
    role: SignedInStaff['role'] = 'adviser',
  ): SignedInStaff => ({ kind: 'staff', role, id, officeId, firstName, lastName });
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    deps.clock.set('2026-11-24T10:00:00Z');
    const office = await anOffice(deps);
    sioned = signedIn(await aMemberOfStaff(deps, office.id));
    paul = signedIn(await aMemberOfStaff(deps, (await anOffice(deps)).id, { firstName: 'Paul' }));
    aled = await aCustomer(deps, { officeId: office.id, adviserId: sioned.id }, { language: 'cy' });
  });
  afterEach(() => database.drop());

  const of = (staff: SignedInStaff) => ({ staff, customerId: aled.id });
  const plan = () => viewPlan(deps)({ customerId: aled.id });
  const rows = <T extends 'followUps' | 'callList' | 'auditEntries'>(table: T) =>
    deps.db.read(async (q) => (await q.select().from(q.tables[table])) as Record<string, unknown>[]);
  const audited = async () =>
    (await deps.db.read((q) => q.select().from(q.tables.auditEntries).orderBy(asc(q.tables.auditEntries.seq)))).map(
      ({ action }) => action,
    );

  describe('afterwards', () => {
    const agree = (nextReviewOn = '2026-12-22') => agreePlan(deps)({ ...of(sioned), nextReviewOn });
    const open = async () =>
      (await rows('followUps'))
        .filter((one) => one.doneAt === null && one.cancelledAt === null)
        .map(({ dueOn }) => dueOn);
    const due = async (staff = sioned) => (await viewFollowUps(deps)({ staff, show: null })).overdue;

    it('is asked after 1, 3 and 6 months later, and anew when it is agreed anew', async () => {
      await agree();
      await agree('2026-12-23');
      expect((await open()).sort()).toEqual(['2026-12-24', '2027-02-24', '2027-05-24']);
      expect((await plan()).asked).toEqual(['2026-12-24', '2027-02-24', '2027-05-24']);
      // A month and a day later the first is overdue and stays; the others make room for new ones.
      deps.clock.set('2026-12-29T10:00:00Z');
      await agree('2027-01-20');
      expect((await open()).sort()).toEqual(['2026-12-24', '2027-01-29', '2027-03-30', '2027-06-29']);
      expect((await rows('followUps')).filter((one) => one.cancelledAt !== null)).toHaveLength(2);
      expect(await due()).toMatchObject([{ months: 1, state: 'overdue', dueOn: '2026-12-24' }]);
    });

    it('needs somebody on the day, is done with a sealed note, and comes back when that is undone', async () => {
      await agree();
      deps.clock.set('2026-12-24T10:00:00Z');
      const needs = async (staff: SignedInStaff) =>
        (await viewOfficeDay(deps)({ staff, date: null, adviser: null })).needs;
      const [followUp] = (await needs(sioned)).followUps;
      expect(followUp).toMatchObject({ customer: { id: aled.id }, state: 'today', months: 1 });
      expect((await needs(paul)).followUps).toEqual([]);
      const one = { staff: sioned, followUpId: followUp!.id };
      expect(await doFollowUp(deps)({ ...one, staff: paul, note: '' })).toEqual({ ok: false, reason: 'not_found' });
      const done = () => doFollowUp(deps)({ ...one, note: ' He likes the course ' });
      expect([await done(), await done()]).toEqual([
        { ok: true, changed: true },
        { ok: true, changed: false },
      ]);
      expect(JSON.stringify(await rows('followUps'))).not.toContain('likes');
      const view = await viewPlanAsStaff(deps)(of(sioned));
      expect(view?.followUps[0]).toMatchObject({ state: 'done', by: 'Sioned', note: 'He likes the course' });
      expect((await needs(sioned)).followUps).toEqual([]);
      const colleague = signedIn(await aMemberOfStaff(deps, sioned.officeId, { firstName: 'Rhys' }));
      const again = await doFollowUp(deps)({ ...one, staff: colleague, note: '' });
      expect(again).toEqual({ ok: false, reason: 'done_before' });
      await reopenFollowUp(deps)(one);
      expect((await needs(sioned)).followUps).toHaveLength(1);
      expect((await audited()).filter((action) => action.startsWith('follow_up.'))).toEqual([
        'follow_up.done',
        'follow_up.reopened',
      ]);
    });

    it('stays where nobody got through, with one call, which is settled when it is done', async () => {
      await agree();
      deps.clock.set('2026-12-24T10:00:00Z');
      const one = { staff: sioned, followUpId: (await due())[0]!.id };
      await Promise.all([couldNotReach(deps)(one), couldNotReach(deps)(one)]);
      const calls = async () => (await viewCallList(deps)({ staff: sioned, show: null })).calls;
      expect(await calls()).toMatchObject([
        { reason: 'follow_up', customer: { id: aled.id }, owner: { id: sioned.id } },
      ]);
      expect(await due()).toHaveLength(1);
      await doFollowUp(deps)({ ...one, note: '' });
      expect(await calls()).toEqual([]);
      await reopenFollowUp(deps)(one);
      expect(await calls()).toHaveLength(1);
      expect(await couldNotReach(deps)({ ...one, staff: paul })).toEqual({ ok: false, reason: 'not_found' });
    });

    it('becomes a call when nobody has asked for 3 working days, once, and not again when the call was closed', async () => {
      await agree();
      const chased: [string, number][] = [];
      for (const at of [
        '2026-12-29T10:00:00Z',
        '2026-12-30T10:00:00Z',
        '2026-12-31T08:00:00Z',
        '2027-01-04T10:00:00Z',
      ]) {
        deps.clock.set(at);
        const both = await Promise.all([chaseFollowUps(deps)(), chaseFollowUps(deps)()]);
        chased.push([at.slice(0, 10), both[0] + both[1]]);
      }
      expect(chased).toEqual([['2026-12-29', 0], ['2026-12-30', 0], ['2026-12-31', 1], ['2027-01-04', 0]]); // prettier-ignore
      const [call] = await rows('callList');
      expect(call).toMatchObject({
        reason: 'follow_up',
        ownerId: sioned.id,
        dueAt: Date.parse('2026-12-31T17:00:00Z'),
      });
      await deps.db.write((q) => q.update(q.tables.callList).set({ doneAt: 1, outcome: 'not_needed' }));
      expect(await chaseFollowUps(deps)()).toBe(0);
    });
  });

  describe('for a partner', () => {
    async function aPartner(name: string, active = true) {
      const partner = { id: deps.newId(), ref: name, name, what: 'Courses', active };
      await deps.db.write((q) => q.insert(q.tables.partners).values(partner));
      const member = await aMemberOfStaff(deps, paul.officeId, {
        role: 'partner',
        partnerId: partner.id,
        firstName: name,
      });
      return { ...partner, staff: signedIn(member, 'partner') };
    }

    it('is seen while its owner agrees, by that partner alone, and they see on which day', async () => {
      const college = await aPartner('College');
      const other = await aPartner('Other');
      const over = await aPartner('Over', false);
      const step = await aStep(deps, aled.id, { action: 'Ring the college', trouble: 'cannot' });
      const consent = { customerId: aled.id, partnerId: college.id };
      const sees = async (staff: SignedInStaff) => [
        (await viewSharedPlans(deps)({ staff, page: 1, typed: '' })).plans.map(({ customer }) => customer.id),
        (await viewSharedPlan(deps)({ staff, customerId: aled.id })) !== null,
      ];
      expect(await sees(college.staff)).toEqual([[], false]);
      await giveConsent(deps)(consent);
      await deps.db.write((q) =>
        q
          .insert(q.tables.consents)
          .values({ ...consent, partnerId: over.id, id: deps.newId(), givenAt: 1, givenBy: 'customer' }),
      );
      expect(await sees(college.staff)).toEqual([[aled.id], true]);
      for (const staff of [
        other.staff,
        over.staff,
        sioned,
        signedIn(await aMemberOfStaff(deps, paul.officeId, { role: 'partner' }), 'partner'),
      ])
        // prettier-ignore
        expect(await sees(staff)).toEqual([[], false]);

      const list = await viewSharedPlans(deps)({ staff: college.staff, page: 7, typed: '' });
      expect(list).toMatchObject({ page: 1, plans: [{ adviserFirstName: 'Sioned' }] });
      const nobody = await viewSharedPlans(deps)({ staff: college.staff, page: 1, typed: 'nobody' });
      expect(nobody).toMatchObject({ count: 0, isNobody: false, plans: [] });
      // What is in a plan is seen where its owner sees that somebody looked.
      expect(JSON.stringify(list)).not.toContain('Ring the college');
      const view = await viewSharedPlan(deps)({ staff: college.staff, customerId: aled.id });
      // What stands in the way was said to the adviser.
      expect(view?.loose).toEqual([{ id: step.id, action: 'Ring the college', owner: 'customer', dueOn: step.dueOn, doneAt: null }]); // prettier-ignore
      expect(Object.keys(view!.customer)).toEqual(['id', 'firstName', 'lastName']);

      const seen = await viewSharing(deps)({ customerId: aled.id });
      expect(seen.partners.find(({ id }) => id === college.id)?.looked).toEqual([deps.clock.now()]);
      const entries = (await rows('auditEntries')).filter(({ action }) => action === 'plan.read_by_partner');
      expect(entries[0]).toMatchObject({
        chain: `office:${aled.officeId}`,
        actorId: college.staff.id,
        detail: college.id,
      });

      await withdrawConsent(deps)(consent);
      expect(await sees(college.staff)).toEqual([[], false]);
    });
  });
});
