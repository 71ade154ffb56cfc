import { json } from '@remix-run/node';
import * as v from 'valibot';
import { isDate } from '~/domain/appointment/chosen-day';
import { GOAL_HORIZONS, STEP_OWNERS } from '~/domain/plan/step';
import { actionFault, oneLine, readStep } from '~/domain/plan/written-step';
import type { ChangePlanResult, StaffStepAnswer } from '~/services/change-plan-as-staff.server';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { redirectWithin } from './redirect-within.server';
import { badRequest, notFound } from './responses.server';
import { idIn } from './staff-desk.server';

type StaffVisit = Visit<SignedInStaff>;

const NOTICES = ['done', 'ended', 'reopened', 'goal', 'step', 'agreed'] as const;
export type StaffPlanNotice = (typeof NOTICES)[number];

export type PlanField = 'title' | 'horizon' | 'action' | 'owner' | 'goal' | 'due' | 'date' | 'reviewOn';
/** What is wrong with a form of the page, by field: names of words. */
export type PlanFaults = Partial<Record<PlanField, string>>;
export type PlanValues = Partial<Record<PlanField, string>>;

/** Whose plan it is. */
const ownerOf = ({ person, params }: StaffVisit) => ({ staff: person, customerId: params.id ?? '' });

/** GET of the plan, and of each of its forms, so that the page is still there when an answer is wrong. */
export async function showStaffPlan(visit: StaffVisit) {
  const { person, url, context, language } = visit;
  const view = await context.services.viewPlanAsStaff(ownerOf(visit));
  if (!view) throw notFound();
  const done = NOTICES.find((notice) => notice === url.searchParams.get('done'));
  return json({
    language,
    view,
    notice: done ? { done, stepId: idIn(url, 'about') } : null,
    forms: { goal: context.services.newFormId(), step: context.services.newFormId() },
    me: { firstName: person.firstName, lastName: person.lastName },
  });
}

function toPlan(visit: StaffVisit, result: ChangePlanResult, done: StaffPlanNotice, stepId?: string) {
  if (!result.ok) throw notFound();
  const about = stepId === undefined ? '' : `&about=${stepId}`;
  return redirectWithin(`/staff/customers/${visit.params.id}/plan?done=${done}${about}`);
}

const wrong = (faults: PlanFaults, values: PlanValues) => json({ errors: faults, values }, { status: 422 });

const formId = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/));
function idOf(form: string | undefined): string {
  if (!v.is(formId, form)) throw badRequest();
  return form;
}

/** POST new-goal. */
export async function addGoal(visit: StaffVisit) {
  const answers = await readAnswers(visit.request);
  const title = oneLine(answers.title);
  const horizon = GOAL_HORIZONS.find((one) => one === answers.horizon);
  const titleFault = { noAction: 'title', actionTooLong: 'titleTooLong', none: undefined }[
    actionFault(title) ?? 'none'
  ];
  const goalId = idOf(answers.form);
  if (titleFault !== undefined || horizon === undefined) {
    const faults = { ...(titleFault && { title: titleFault }), ...(horizon === undefined && { horizon: 'horizon' }) };
    return wrong(faults, { title: answers.title, horizon: answers.horizon });
  }
  const result = await visit.context.services.addGoal({ ...ownerOf(visit), goalId, title, horizon });
  return toPlan(visit, result, 'goal');
}

/** POST new-step. */
export async function addStep(visit: StaffVisit) {
  const { form, action, owner, goal, due, date } = await readAnswers(visit.request);
  const stepId = idOf(form);
  const view = await visit.context.services.viewPlanAsStaff(ownerOf(visit));
  if (!view) throw notFound();
  const [year, month, day] = (date ?? '').split('-');
  const read = readStep({ action, due, day, month, year }, view.today);
  const who = STEP_OWNERS.find((one) => one === owner);
  const goals = [...view.plan.goals.short, ...view.plan.goals.long].map(({ id }) => id);
  const towards = goal === 'none' || goals.length === 0 ? null : goals.find((id) => id === goal);
  if (!read.ok || who === undefined || towards === undefined) {
    const of = read.ok ? {} : read.faults;
    const faults: PlanFaults = {
      ...(of.action && { action: of.action }),
      ...(who === undefined && { owner: 'owner' }),
      ...(towards === undefined && { goal: 'goal' }),
      ...(of.due && { [of.due === 'choose' ? 'due' : 'date']: of.due }),
    };
    return wrong(faults, { action, owner, goal, due, date });
  }
  const step = { stepId, action: read.action, dueOn: read.dueOn, owner: who, goalId: towards };
  const result = await visit.context.services.addAgreedStep({ ...ownerOf(visit), ...step });
  return toPlan(visit, result, 'step');
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
