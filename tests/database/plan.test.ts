import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '~/domain/clock';
import { MARKS } from '~/domain/letter/easy-marks';
import type { LetterPrint, LetterStyle } from '~/domain/letter/letter-style';
import type { StepAnswer } from '~/domain/plan/change-step';
import { answerOwnStep } from '~/services/answer-own-step.server';
import { addAgreedStep, addGoal, agreePlan, answerStepAsStaff } from '~/services/change-plan-as-staff.server';
import { printPlan } from '~/services/print-plan.server';
import type { SignedInStaff } from '~/services/sessions.server';
import { viewHome } from '~/services/view-home.server';
import { viewJourney } from '~/services/view-journey.server';
import { viewOwnStep } from '~/services/view-own-step.server';
import { viewPlan } from '~/services/view-plan.server';
import { viewPlanAsStaff } from '~/services/view-plan-as-staff.server';
import { addOwnStep, rewriteOwnStep, setOwnStepEnded } from '~/services/write-own-step.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { testDeps } from '../support/deps';
import { aCustomer, aMemberOfStaff, anAppointment, anOffice, aStep } from '../support/factories';
import { readPdf } from '../support/read-pdf';

describeOnBothDatabases('a plan', (dialect) => {
  let database: TestDatabase;
  let deps: ReturnType<typeof testDeps>;
  let aled: Awaited<ReturnType<typeof aCustomer>>;
  let nia: typeof aled;
  let sioned: SignedInStaff;
  let elsewhere: SignedInStaff;

  const signedIn = ({ id, officeId, firstName, lastName }: Awaited<ReturnType<typeof aMemberOfStaff>>) => ({
    ...{ kind: 'staff' as const, role: 'adviser' as const, id, officeId, firstName, lastName },
  });
  beforeEach(async () => {
    database = await newDatabase(dialect);
    deps = testDeps(database.db);
    const office = await anOffice(deps);
    sioned = signedIn(await aMemberOfStaff(deps, office.id));
    elsewhere = signedIn(await aMemberOfStaff(deps, (await anOffice(deps)).id, { firstName: 'Paul' }));
    const owner = { officeId: office.id, adviserId: sioned.id };
    aled = await aCustomer(deps, owner);
    nia = await aCustomer(deps, owner, { firstName: 'Nia' });
  });
  afterEach(() => database.drop());

  const step = (more: Partial<Parameters<typeof aStep>[2]> = {}) => aStep(deps, aled.id, more);
  const row = async (id: string) => {
    const { steps } = deps.db.tables;
    return (await deps.db.read((q) => q.select().from(steps).where(eq(steps.id, id))))[0]!;
  };
  const events = async (stepId: string) => {
    const { stepEvents } = deps.db.tables;
    const rows = await deps.db.read((q) =>
      q.select().from(stepEvents).where(eq(stepEvents.stepId, stepId)).orderBy(asc(stepEvents.at), asc(stepEvents.id)),
    );
    return rows.map(({ kind, actorKind, note }) => `${kind} by ${actorKind}${note === null ? '' : ', with a note'}`);
  };
  const answer = (stepId: string, said: StepAnswer, note = '', customerId = aled.id) =>
    answerOwnStep(deps)({ customerId, stepId, answer: said, note });
  const plan = (customerId = aled.id) => viewPlan(deps)({ customerId });
  const audited = async () => {
    const { auditEntries } = deps.db.tables;
    const rows = await deps.db.read((q) => q.select().from(auditEntries).orderBy(asc(auditEntries.seq)));
    return rows.map(({ action }) => action);
  };

  describe('of a customer', () => {
    it('is empty at first', async () => {
      expect(await plan()).toMatchObject({ goals: { short: [], long: [] }, loose: [], done: [], agreed: null });
    });

    it('has a step done, put back, and never done by itself', async () => {
      const { id } = await step({ dueOn: '2026-11-01' });
      expect((await plan()).loose).toMatchObject([{ id, state: 'late' }]);
      await answer(id, 'done');
      expect(await plan()).toMatchObject({ loose: [], done: [{ id, state: 'done' }] });
      await answer(id, 'reopened');
      expect((await plan()).loose).toMatchObject([{ id, state: 'late' }]);
      deps.clock.advance(400 * DAY);
      expect((await plan()).loose).toMatchObject([{ id, state: 'late', doneAt: null }]);
    });

    it('takes the same press twice as one, and keeps what is said sealed', async () => {
      const { id } = await step();
      await Promise.all([answer(id, 'help'), answer(id, 'help')]);
      expect(await events(id)).toEqual(['help by customer']);
      await answer(id, 'help', ' I do not know what to say ');
      expect(await events(id)).toEqual(['help by customer', 'help by customer, with a note']);
      const { stepEvents } = deps.db.tables;
      expect(JSON.stringify(await deps.db.read((q) => q.select().from(stepEvents)))).not.toContain('know');
      const view = await viewOwnStep(deps)({ customerId: aled.id, stepId: id });
      expect(view).toMatchObject({ step: { state: 'help' }, said: 'I do not know what to say' });
    });

    it('has no steps of somebody else, or for somebody else to do, to be answered', async () => {
      const { id } = await step();
      const { id: theirs } = await step({ owner: 'adviser' });
      expect(await answer(id, 'done', '', nia.id)).toEqual({ ok: false, reason: 'not_found' });
      expect(await answer(theirs, 'done')).toEqual({ ok: false, reason: 'not_found' });
      expect(await answer('nothing', 'done')).toEqual({ ok: false, reason: 'not_found' });
      expect(await viewOwnStep(deps)({ customerId: nia.id, stepId: id })).toBeNull();
      expect((await row(id)).doneAt).toBeNull();
    });

    it('takes a step of their own once however often the form is sent', async () => {
      const add = { customerId: aled.id, stepId: deps.newId(), action: 'Ring the college', dueOn: '2026-12-01' };
      await Promise.all([addOwnStep(deps)(add), addOwnStep(deps)(add)]);
      await addOwnStep(deps)({ ...add, customerId: nia.id, action: 'Other' });
      expect((await plan()).loose).toMatchObject([{ action: 'Ring the college', ownIdea: true, owner: 'customer' }]);
      expect((await plan(nia.id)).loose).toEqual([]);
      expect(await events(add.stepId)).toEqual(['added by customer']);
    });

    it('lets only their own idea be rewritten, taken off and put back', async () => {
      const { id: agreed } = await step();
      const { id } = await step({ ownIdea: true });
      const words = { action: 'Ring again', dueOn: '2026-12-24' };
      const change = (stepId: string, customerId = aled.id) => rewriteOwnStep(deps)({ customerId, stepId, ...words });
      expect([await change(agreed), await change(id, nia.id)].map(({ ok }) => ok)).toEqual([false, false]);
      expect(await change(id)).toEqual({ ok: true });
      expect(await row(id)).toMatchObject(words);
      const end = (ended: boolean) => setOwnStepEnded(deps)({ customerId: aled.id, stepId: id, ended });
      await end(true);
      await end(true);
      expect((await plan()).loose.map((one) => one.id)).toEqual([agreed]);
      expect(await answer(id, 'done')).toMatchObject({ ok: false });
      await end(false);
      expect((await plan()).loose).toHaveLength(2);
      expect(await events(id)).toEqual(['changed by customer', 'ended by customer', 'reopened by customer']);
    });

    it('shows home only what is on it', async () => {
      const { id } = await step({ ownIdea: true, action: 'First', dueOn: '2026-11-24' });
      await step({ action: 'Second', dueOn: '2026-11-30' });
      const next = async () => (await viewHome(deps)({ customerId: aled.id })).step?.action;
      expect(await next()).toBe('First');
      await setOwnStepEnded(deps)({ customerId: aled.id, stepId: id, ended: true });
      expect(await next()).toBe('Second');
    });

    it('is printed with tags, a title, a language and its fonts, and in large print', async () => {
      await addGoal(deps)({ ...of(sioned), goalId: deps.newId(), title: 'A job in a care home', horizon: 'long' });
      for (let n = 0; n < 9; n += 1) await step({ action: `Ring care home number ${n} and ask for Siân`, dueOn: '2026-12-01' }); // prettier-ignore
      const print = (large: boolean, language: 'en' | 'cy') =>
        printPlan(deps)({
          customerId: aled.id,
          style: { print: large ? 'large' : 'standard', languages: [language] },
        });
      const pdf = await print(false, 'en');
      const found = await readPdf(pdf);
      expect(found).toMatchObject({ title: 'My plan', language: 'en-GB', tagged: true });
      expect(found.pages[0]!.tags).toEqual(expect.arrayContaining(['Document', 'H1', 'H2', 'H3', 'L', 'LI', 'LBody']));
      expect(found.text).toContain('A job in a care home');
      expect(found.text).toContain('You, by Tuesday 1 December');
      expect(pdf.toString('latin1').match(/FontFile2/g)).toHaveLength(2);
      expect(Math.min(...found.sizes)).toBe(12);
      const large = await readPdf(await print(true, 'cy'));
      expect(large).toMatchObject({ title: 'Fy nghynllun', language: 'cy' });
      expect(Math.min(...large.sizes)).toBe(18);
      expect(large.pages.length).toBeGreaterThan(found.pages.length);
      expect(large.text).toContain('Tudalen 1 o');
      for (const page of [...found.pages, ...large.pages])
        for (const { x, y, width } of page.places) {
          expect(x + width).toBeLessThan(page.width - 20);
          expect(y).toBeLessThan(page.height - 20);
        }
    });

    it('is printed in easy read and in both languages, in the words of the letter', async () => {
      await step({ action: 'Ring care home number 1', dueOn: '2026-12-01' });
      const print = async (print: LetterPrint, languages: LetterStyle['languages']) =>
        readPdf(await printPlan(deps)({ customerId: aled.id, style: { print, languages } }));
      const easy = await print('easy', ['en']);
      expect(easy).toMatchObject({ title: 'Your plan', language: 'en-GB', tagged: true });
      expect(Math.min(...easy.sizes)).toBe(18);
      expect(easy.text).toContain('Ring care home number 1');
      // A picture is for the eye: neither the sign that stands for it nor a tag reaches those who hear it.
      for (const sign of Object.values(MARKS)) expect(easy.text).not.toContain(sign);
      const both = await print('standard', ['cy', 'en']);
      expect(both).toMatchObject({ title: 'Eich cynllun', language: 'cy' });
      expect(Math.min(...both.sizes)).toBe(12);
      const [first, second] = both.pages;
      for (const page of [first!, second!])
        expect(page.tags).toEqual(expect.arrayContaining(['Sect', 'H1', 'L', 'LI']));
      expect(first!.text).toContain('Dyma eich cynllun');
      expect(first!.text).toContain('Ring care home number 1');
      expect(second!.text).toContain('You, by Tuesday 1 December');
      expect(second!.text).toContain('Tudalen 2 o 2');
    });
  });

  const of = (staff: SignedInStaff) => ({ staff, customerId: aled.id });

  describe('for the office', () => {
    const goal = (staff: SignedInStaff, goalId = deps.newId()) =>
      addGoal(deps)({ ...of(staff), goalId, title: 'A job', horizon: 'long' });

    it('is seen with what was said, with advice, and on record', async () => {
      const { id } = await step({ action: 'CV' });
      await answer(id, 'help', 'My printer is broken');
      const view = await viewPlanAsStaff(deps)(of(sioned));
      expect(view?.plan.loose).toMatchObject([{ id, state: 'help' }]);
      expect(view?.notes[id]).toMatchObject([{ kind: 'help', by: null, text: 'My printer is broken' }]);
      expect(view?.hints[id]).toEqual(['no_verb', 'too_vague']);
      expect(await audited()).toEqual(['plan.read']);
    });

    it('is not there for another office, which can change nothing', async () => {
      const { id } = await step();
      expect(await viewPlanAsStaff(deps)(of(elsewhere))).toBeNull();
      const results = [
        await goal(elsewhere),
        await agreePlan(deps)({ ...of(elsewhere), nextReviewOn: '2026-12-24' }),
        await answerStepAsStaff(deps)({ ...of(elsewhere), stepId: id, answer: 'done' }),
        await answerStepAsStaff(deps)({ ...of(sioned), customerId: nia.id, stepId: id, answer: 'done' }),
      ];
      expect(results).toEqual(results.map(() => ({ ok: false, reason: 'not_found' })));
      expect(await audited()).toEqual([]);
    });

    it('gets goals and steps once however often they are sent', async () => {
      const goalId = deps.newId();
      await Promise.all([goal(sioned, goalId), goal(sioned, goalId)]);
      const add = {
        stepId: deps.newId(),
        action: 'Send the bus times',
        owner: 'adviser' as const,
        dueOn: '2026-12-01',
      };
      const once = () => addAgreedStep(deps)({ ...of(sioned), ...add, goalId });
      await Promise.all([once(), once()]);
      expect((await plan()).goals.long).toMatchObject([{ title: 'A job', steps: [{ owner: 'adviser' }] }]);
      expect(await audited()).toEqual(['plan.goal_added', 'plan.step_added']);
      const other = addAgreedStep(deps)({ ...of(sioned), ...add, stepId: deps.newId(), goalId: deps.newId() });
      expect(await other).toEqual({ ok: false, reason: 'not_found' });
    });

    it('is agreed once a day, with the date that was said last', async () => {
      await agreePlan(deps)({ ...of(sioned), nextReviewOn: '2026-12-24' });
      await agreePlan(deps)({ ...of(sioned), nextReviewOn: '2026-12-24' });
      await agreePlan(deps)({ ...of(sioned), nextReviewOn: '2026-12-23' });
      expect(await plan()).toMatchObject({ agreed: { by: 'Sioned', again: false }, review: { on: '2026-12-23' } });
      deps.clock.advance(40 * DAY);
      expect(await plan()).toMatchObject({ review: { late: true } });
      await agreePlan(deps)({ ...of(sioned), nextReviewOn: '2027-02-01' });
      expect(await plan()).toMatchObject({ agreed: { again: true }, review: { on: '2027-02-01', late: false } });
      expect(await audited()).toEqual(['plan.agreed', 'plan.agreed', 'plan.agreed']);
    });

    it('has steps of anybody marked as done, taken off and put back', async () => {
      const { id } = await step({ owner: 'partner' });
      const set = (said: 'done' | 'ended' | 'reopened') =>
        answerStepAsStaff(deps)({ ...of(sioned), stepId: id, answer: said });
      for (const said of ['done', 'done', 'reopened', 'ended', 'done', 'reopened'] as const) await set(said);
      expect(await row(id)).toMatchObject({ doneAt: null, endedAt: null });
      expect(await events(id)).toEqual(['done by staff', 'reopened by staff', 'ended by staff', 'reopened by staff']);
    });
  });

  it('is part of the way that somebody has come, and has before them', async () => {
    const now = deps.clock.now();
    const people = { customerId: aled.id, adviserId: sioned.id, officeId: aled.officeId };
    const meet = (days: number, status: 'attended' | 'failed_to_attend' | 'booked') =>
      anAppointment(deps, people, { startsAt: now + days * DAY, endsAt: now + days * DAY + 30 * MINUTE, status });
    await meet(-9, 'attended');
    await meet(-5, 'failed_to_attend');
    await meet(3, 'booked');
    const { id } = await step({ action: 'Write a CV' });
    await step({ action: 'Ring', dueOn: '2026-12-20' });
    deps.clock.advance(HOUR);
    await answer(id, 'done');
    await agreePlan(deps)({ ...of(sioned), nextReviewOn: '2027-01-20' });
    const { stations } = await viewJourney(deps)({ customerId: aled.id });
    expect(stations.map(({ kind, place, happened }) => `${kind} ${place} ${happened}`)).toEqual([
      'meeting past happened',
      'meeting past did_not_happen',
      'registered past happened',
      'agreed past happened',
      'step past happened',
      'meeting next to_come',
      'due later to_come',
      'review later to_come',
    ]);
    expect((await viewJourney(deps)({ customerId: nia.id })).stations).toMatchObject([{ kind: 'registered' }]);
  });
});
