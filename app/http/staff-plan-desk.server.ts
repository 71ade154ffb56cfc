import { json } from '@remix-run/node';
import * as v from 'valibot';
import { isDate } from '~/domain/appointment/chosen-day';
import { GOAL_HORIZONS } from '~/domain/plan/step';
import { actionFault, oneLine } from '~/domain/plan/written-step';
import type { ChangePlanResult, StaffStepAnswer } from '~/services/change-plan-as-staff.server';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { redirectWithin } from './redirect-within.server';
import { badRequest, notFound } from './responses.server';
import { idIn } from './staff-desk.server';

type StaffVisit = Visit<SignedInStaff>;

const GOAL_NOTICES = ['goal_reached', 'goal_ended', 'goal_reopened', 'goal_renamed'] as const;
const NOTICES = ['done', 'ended', 'reopened', 'goal', 'step', 'agreed', ...GOAL_NOTICES] as const;
export type StaffPlanNotice = (typeof NOTICES)[number];

export type PlanField = 'title' | 'horizon' | 'reviewOn';
/** What is wrong with a form of the page, by field: names of words. */
export type PlanFaults = Partial<Record<PlanField, string>>;
export type PlanValues = Partial<Record<PlanField, string>>;

/** Whose plan it is. */
export const ownerOf = ({ person, params }: StaffVisit) => ({ staff: person, customerId: params.id ?? '' });

/** GET of the plan, and of each of its forms, so that the page is still there when an answer is wrong. */
export async function showStaffPlan(visit: StaffVisit) {
  const { person, url, context, language } = visit;
  const view = await context.services.viewPlanAsStaff(ownerOf(visit));
  if (!view) throw notFound();
  const done = NOTICES.find((notice) => notice === url.searchParams.get('done'));
  return json({
    language,
    view,
    notice: done ? { done, about: idIn(url, 'about') } : null,
    forms: { goal: context.services.newFormId() },
    me: { firstName: person.firstName, lastName: person.lastName },
  });
}

/** Back to the plan, which says what was done, and takes it back. */
export function toPlan(visit: StaffVisit, result: ChangePlanResult, done: StaffPlanNotice, id?: string) {
  if (!result.ok) throw notFound();
  const about = id === undefined ? '' : `&about=${id}`;
  return redirectWithin(`/staff/customers/${visit.params.id}/plan?done=${done}${about}`);
}

const wrong = (faults: PlanFaults, values: PlanValues) => json({ errors: faults, values }, { status: 422 });

/** What a form of ours carries, so that it counts once. */
const formId = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/));
export function idOf(form: string | undefined): string {
  if (!v.is(formId, form)) throw badRequest();
  return form;
}

/** What is wrong with the words of a goal, if anything: a name of words. */
function faultOfTitle(title: string): 'title' | 'titleTooLong' | undefined {
  return { noAction: 'title' as const, actionTooLong: 'titleTooLong' as const, none: undefined }[
    actionFault(title) ?? 'none'
  ];
}

/** POST new-goal. */
export async function addGoal(visit: StaffVisit) {
  const answers = await readAnswers(visit.request);
  const title = oneLine(answers.title);
  const horizon = GOAL_HORIZONS.find((one) => one === answers.horizon);
  const titleFault = faultOfTitle(title);
  const goalId = idOf(answers.form);
  if (titleFault !== undefined || horizon === undefined) {
    const faults = { ...(titleFault && { title: titleFault }), ...(horizon === undefined && { horizon: 'horizon' }) };
    return wrong(faults, { title: answers.title, horizon: answers.horizon });
  }
  const result = await visit.context.services.addGoal({ ...ownerOf(visit), goalId, title, horizon });
  return toPlan(visit, result, 'goal');
}

/** POST agreement: agreed together today, and when it is looked at next. */
export async function agree(visit: StaffVisit) {
  const { reviewOn = '' } = await readAnswers(visit.request);
  const view = await visit.context.services.viewPlanAsStaff(ownerOf(visit));
  if (!view) throw notFound();
  if (!isDate(reviewOn) || reviewOn < view.today) return wrong({ reviewOn: 'reviewOn' }, { reviewOn });
  const result = await visit.context.services.agreePlan({ ...ownerOf(visit), nextReviewOn: reviewOn });
  return toPlan(visit, result, 'agreed');
}

/** POST done, ending, reopening of a step. */
export async function answerStep(visit: StaffVisit, answer: StaffStepAnswer) {
  const stepId = visit.params.stepId ?? '';
  const result = await visit.context.services.answerStepAsStaff({ ...ownerOf(visit), stepId, answer });
  return toPlan(visit, result, answer, stepId);
}

/** POST ending, reopening of a goal. */
export async function answerGoal(visit: StaffVisit, answer: 'ending' | 'reopening') {
  const { services } = visit.context;
  const goal = { ...ownerOf(visit), goalId: visit.params.goalId ?? '' };
  if (answer === 'reopening') return toPlan(visit, await services.reopenGoal(goal), 'goal_reopened');
  const { reached: said } = await readAnswers(visit.request);
  if (said !== 'yes' && said !== 'no') throw badRequest();
  const reached = said === 'yes';
  const done = reached ? 'goal_reached' : 'goal_ended';
  return toPlan(visit, await services.endGoal({ ...goal, reached }), done, goal.goalId);
}

/** GET of a goal's name. */
export async function showGoal(visit: StaffVisit) {
  const { person, context, language, params } = visit;
  const view = await context.services.viewPlanAsStaff(ownerOf(visit));
  const goals = view ? [...view.plan.goals.short, ...view.plan.goals.long, ...view.plan.ended] : [];
  const goal = goals.find(({ id }) => id === params.goalId);
  if (!view || !goal) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, me, customer: view.customer, goal: { id: goal.id, title: goal.title } });
}

/** POST of a goal's name. */
export async function renameGoal(visit: StaffVisit) {
  const answers = await readAnswers(visit.request);
  const title = oneLine(answers.title);
  const fault = faultOfTitle(title);
  if (fault) return json({ errors: { title: fault }, typed: answers.title ?? '' }, { status: 422 });
  const goal = { ...ownerOf(visit), goalId: visit.params.goalId ?? '' };
  return toPlan(visit, await visit.context.services.renameGoal({ ...goal, title }), 'goal_renamed');
}
