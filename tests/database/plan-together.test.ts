import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '~/domain/clock';
import { endGoal, renameGoal, reopenGoal } from '~/services/change-goal-as-staff.server';
import { addGoal, agreePlan } from '~/services/change-plan-as-staff.server';
import { printPlanAsStaff } from '~/services/print-plan.server';
import { reviewStep, undoStepReview } from '~/services/review-step.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { viewAgenda } from '~/services/view-agenda.server';
import { viewNewStep } from '~/services/view-new-step.server';
import { viewPlan } from '~/services/view-plan.server';
import { viewPlanAsStaff } from '~/services/view-plan-as-staff.server';
import type { ReviewAnswer } from '~/domain/plan/review-step';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice, aStep } from '../support/factories';
import { readPdf } from '../support/read-pdf';

/** Sioned and Aled of Bangor; Paul is of another office. It is Tuesday 24 November 2026. */
describeOnBothDatabases('a plan that is made together', (dialect) => {
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
  const audited = async () =>
    (await deps.db.read((q) => q.select().from(q.tables.auditEntries).orderBy(asc(q.tables.auditEntries.seq)))).map(
      ({ action }) => action,
    );

  describe('from a library', () => {
    it('offers what helps with what is hard first, in the language of the customer, and nothing of another office', async () => {
      const row = { actionInWelsh: '', owner: 'customer' as const, days: 7, barrier: null };
      const { officeId } = sioned;
      await deps.db.write(async (q) => {
        await q.insert(q.tables.stepLibrary).values([
          { ...row, id: deps.newId(), officeId, action: 'Write a CV', actionInWelsh: 'Ysgrifennu CV', position: 1 },
          { ...row, id: deps.newId(), officeId, action: 'Get a bus pass', barrier: 'travel', days: 3, position: 2 },
          { ...row, id: deps.newId(), officeId, action: 'Old', active: false },
          { ...row, id: deps.newId(), officeId: paul.officeId, action: 'Elsewhere' },
        ]);
        const told = { customerId: aled.id, kind: 'travel' as const, toldAt: 1, toldBy: 'customer' as const };
        await q.insert(q.tables.barriers).values({ ...told, id: deps.newId() });
      });
      const view = await viewNewStep(deps)(of(sioned));
      expect(view?.library).toMatchObject([
        { barrier: 'travel', theirs: true, steps: [{ action: 'Get a bus pass', language: 'en', dueOn: '2026-11-27' }] },
        { barrier: null, theirs: false, steps: [{ action: 'Ysgrifennu CV', language: 'cy', dueOn: '2026-12-01' }] },
      ]);
      expect(await viewNewStep(deps)(of(paul))).toBeNull();
    });
  });

  describe('with goals', () => {
    it('has them renamed, reached, no longer wanted and back, for those who may', async () => {
      const goalId = deps.newId();
      await addGoal(deps)({ ...of(sioned), goalId, title: 'A job', horizon: 'short' });
      await aStep(deps, aled.id, { goalId });
      const goal = (staff: SignedInStaff) => ({ ...of(staff), goalId });
      for (const change of [
        endGoal(deps)({ ...goal(paul), reached: true }),
        renameGoal(deps)({ ...goal(paul), title: 'X' }),
      ])
        expect(await change).toEqual({ ok: false, reason: 'not_found' });
      await renameGoal(deps)({ ...goal(sioned), title: 'Work near home' });
      expect((await plan()).goals.short).toMatchObject([{ title: 'Work near home', steps: [{}] }]);
      await endGoal(deps)({ ...goal(sioned), reached: true });
      await endGoal(deps)({ ...goal(sioned), reached: true });
      expect(await plan()).toMatchObject({ goals: { short: [] }, ended: [{ title: 'Work near home' }], loose: [{}] });
      await reopenGoal(deps)(goal(sioned));
      await endGoal(deps)({ ...goal(sioned), reached: false });
      // The customer is not shown what they no longer want; the office can put it back.
      expect((await plan()).ended).toEqual([]);
      expect((await viewPlanAsStaff(deps)(of(sioned)))?.plan.ended).toMatchObject([{ reached: false }]);
      await reopenGoal(deps)(goal(sioned));
      expect((await plan()).goals.short).toHaveLength(1);
      expect((await audited()).filter((one) => one.startsWith('plan.goal'))).toEqual(
        ['added', 'renamed', 'reached', 'reopened', 'ended', 'reopened'].map((done) => `plan.goal_${done}`),
      );
    });
  });

  describe('at a meeting', () => {
    const meeting = (days = 0, more = {}) =>
      anAppointment(
        deps,
        { customerId: aled.id, adviserId: sioned.id, officeId: aled.officeId },
        { startsAt: deps.clock.now() + days * DAY, ...more },
      );
    const review = (appointmentId: string, stepId: string, answer: ReviewAnswer, more: object = {}) =>
      reviewStep(deps)({ staff: sioned, appointmentId, stepId, answer, note: '', ...more });
    const agenda = async (appointmentId: string) => (await viewAgenda(deps)({ staff: sioned, appointmentId }))?.agenda;
    const step = async (id: string) =>
      (await deps.db.read((q) => q.select().from(q.tables.steps).where(eq(q.tables.steps.id, id))))[0]!;

    it('has every open step on the agenda, and what came of each, which can be taken back as it was', async () => {
      const { id: appointmentId } = await meeting();
      const late = await aStep(deps, aled.id, { action: 'Late', dueOn: '2026-11-01' });
      const stuck = await aStep(deps, aled.id, { action: 'Stuck', dueOn: '2026-12-01', trouble: 'help' });
      await aStep(deps, aled.id, { action: 'Done before', doneAt: 1 });
      expect((await agenda(appointmentId))?.steps.map(({ action }) => action)).toEqual(['Stuck', 'Late']);

      const answers = ['done', 'going_on', 'cannot', 'date', 'end'] as const;
      for (const answer of answers) {
        const before = await step(stuck.id);
        const said = await review(appointmentId, stuck.id, answer, { dueOn: '2026-12-15', note: `It is ${answer}` });
        expect(said).toMatchObject({ ok: true, changed: true });
        // The same press twice is one.
        expect(
          await review(appointmentId, stuck.id, answer, { dueOn: '2026-12-15', note: `It is ${answer}` }),
        ).toMatchObject({
          ok: true,
          changed: false,
        });
        expect((await agenda(appointmentId))?.steps.find(({ id }) => id === stuck.id)?.reviewed).not.toBeNull();
        const eventId = said.ok ? said.eventId! : '';
        expect(await undoStepReview(deps)({ staff: paul, eventId })).toEqual({ ok: false, reason: 'not_found' });
        expect(await undoStepReview(deps)({ staff: sioned, eventId })).toMatchObject({ ok: true, changed: true });
        expect(await undoStepReview(deps)({ staff: sioned, eventId })).toMatchObject({ ok: true, changed: false });
        expect(await step(stuck.id)).toEqual(before);
      }
      const first = await review(appointmentId, late.id, 'going_on');
      await review(appointmentId, late.id, 'done');
      const undone = await undoStepReview(deps)({ staff: sioned, eventId: first.ok ? first.eventId! : '' });
      expect(undone).toEqual({ ok: false, reason: 'changed_since' });
      expect(await review(appointmentId, late.id, 'help')).toEqual({ ok: false, reason: 'changed_since' });
      // The history says at a meeting, with whom and what; notes are sealed.
      const view = await viewPlanAsStaff(deps)(of(sioned));
      expect(view?.notes[late.id]?.map(({ kind, by, atMeeting }) => `${kind} ${by} ${atMeeting}`)).toEqual([
        'reviewed Sioned true',
        'done Sioned true',
      ]);
      expect(view?.notes[stuck.id]?.[0]).toMatchObject({ kind: 'done', text: 'It is done' });
      const stored = await deps.db.read((q) => q.select().from(q.tables.stepEvents));
      expect(JSON.stringify(stored)).not.toContain('It is');
    });

    it('puts nothing on record before its day, for another office’s, of somebody else’s step, or where it was called off', async () => {
      const { id: stepId } = await aStep(deps, aled.id);
      const nia = await aCustomer(deps, { officeId: aled.officeId, adviserId: sioned.id }, { firstName: 'Nia' });
      const hers = await aStep(deps, nia.id);
      const today = await meeting();
      expect(await review((await meeting(1)).id, stepId, 'done')).toEqual({ ok: false, reason: 'not_yet' });
      const off = await meeting(0, { status: 'cancelled_by_office' });
      expect(await review(off.id, stepId, 'done')).toEqual({ ok: false, reason: 'not_yet' });
      expect(await review(today.id, hers.id, 'done')).toEqual({ ok: false, reason: 'not_found' });
      expect(await review(today.id, stepId, 'done', { staff: paul })).toEqual({ ok: false, reason: 'not_found' });
      expect(await viewAgenda(deps)({ staff: paul, appointmentId: today.id })).toBeNull();
      expect((await step(stepId)).doneAt).toBeNull();
    });

    it('takes one of two answers that come at once', async () => {
      const { id: appointmentId } = await meeting();
      const { id } = await aStep(deps, aled.id);
      const [one, other] = await Promise.all([review(appointmentId, id, 'done'), review(appointmentId, id, 'end')]);
      expect([one, other].filter(({ ok }) => ok)).toHaveLength(1);
      const { doneAt, endedAt } = await step(id);
      expect([doneAt, endedAt].filter((at) => at !== null)).toHaveLength(1);
    });
  });

  it('is printed by the office in the language of the customer, with what was reached and when it is asked after', async () => {
    const goalId = deps.newId();
    await addGoal(deps)({ ...of(sioned), goalId, title: 'Cerdyn bws', horizon: 'short' });
    await endGoal(deps)({ ...of(sioned), goalId, reached: true });
    await agreePlan(deps)({ ...of(sioned), nextReviewOn: '2026-12-22' });
    const print = (staff: SignedInStaff, large: boolean) =>
      printPlanAsStaff(deps)({
        ...of(staff),
        styleOf: (language) => ({ print: large ? 'large' : 'standard', languages: [language] }),
      });
    const pdf = await readPdf((await print(sioned, false))!);
    expect(pdf).toMatchObject({ title: 'Fy nghynllun', language: 'cy' });
    for (const said of ['Cerdyn bws', 'Nodau rydych wedi’u cyrraedd', '24 Rhagfyr']) expect(pdf.text).toContain(said);
    expect(Math.min(...(await readPdf((await print(sioned, true))!)).sizes)).toBe(18);
    expect(await print(paul, false)).toBeNull();
  });
});
