import { json } from '@remix-run/node';
import { STEP_OWNERS } from '~/domain/plan/step';
import { stepHints, type StepHint } from '~/domain/plan/step-hints';
import { oneLine, readStep } from '~/domain/plan/written-step';
import { daysBetween } from '~/domain/time/wall-clock';
import type { SignedInStaff } from '~/services/sessions.server';
import type { NewStepView } from '~/services/view-new-step.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { notFound } from './responses.server';
import { idIn } from './staff-desk.server';
import { idOf, ownerOf, toPlan } from './staff-plan-desk.server';

type StaffVisit = Visit<SignedInStaff>;

export type NewStepField = 'action' | 'owner' | 'goal' | 'due' | 'date';
/** What is wrong with the form, by field: names of words. */
export type NewStepFaults = Partial<Record<NewStepField, string>>;
export type NewStepValues = Partial<Record<NewStepField, string>>;

async function viewOf(visit: StaffVisit): Promise<NewStepView> {
  const view = await visit.context.services.viewNewStep(ownerOf(visit));
  if (!view) throw notFound();
  return view;
}

/** GET new-step; `?from=` a step of the office's library, which fills the form. One that there is not fills nothing. */
export async function showNewStep(visit: StaffVisit) {
  const { person, url, context, language } = visit;
  const view = await viewOf(visit);
  const from = idIn(url, 'from');
  const chosen = view.library.flatMap(({ steps }) => steps).find(({ id }) => id === from);
  const values: NewStepValues = chosen
    ? { action: chosen.action, owner: chosen.owner, due: 'date', date: chosen.dueOn }
    : {};
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, me, view, values, chosen: chosen !== undefined, form: context.services.newFormId() });
}

/**
 * POST new-step. Faults are said with 422. Tips are said once, before the step is saved, or whenever somebody asks for them;
 * whoever saves after that saves it as it is: nothing is refused for how it is worded.
 */
export async function addStep(visit: StaffVisit) {
  const { form, action, owner, goal, due, date, ...buttons } = await readAnswers(visit.request);
  const stepId = idOf(form);
  const view = await viewOf(visit);
  const values: NewStepValues = { action, owner, goal, due, date };
  const [year, month, day] = (date ?? '').split('-');
  const read = readStep({ action, due, day, month, year }, view.today);
  const check = buttons.check === 'yes';
  if (check) {
    const dueOn = read.ok ? read.dueOn : dateOf(values, view.today);
    const hints = stepHints(oneLine(action), dueOn === null ? null : daysBetween(view.today, dueOn));
    return json({ advice: { hints, asked: true }, values, form: stepId });
  }
  const who = STEP_OWNERS.find((one) => one === owner);
  const goals = view.goals.map(({ id }) => id);
  const towards = goal === 'none' || goals.length === 0 ? null : goals.find((id) => id === goal);
  if (!read.ok || who === undefined || towards === undefined) {
    const of = read.ok ? {} : read.faults;
    const errors: NewStepFaults = {
      ...(of.action && { action: of.action }),
      ...(who === undefined && { owner: 'owner' }),
      ...(towards === undefined && { goal: 'goal' }),
      ...(of.due && { [of.due === 'choose' ? 'due' : 'date']: of.due }),
    };
    return json({ errors, values, form: stepId }, { status: 422 });
  }
  const hints: StepHint[] = stepHints(read.action, daysBetween(view.today, read.dueOn));
  if (hints.length > 0 && buttons.advised !== 'yes')
    return json({ advice: { hints, asked: false }, values, form: stepId });
  const step = { stepId, action: read.action, dueOn: read.dueOn, owner: who, goalId: towards };
  return toPlan(visit, await visit.context.services.addAgreedStep({ ...ownerOf(visit), ...step }), 'step');
}

/** The date of a form whose words are wrong, or null where there is none yet. */
function dateOf({ due, date }: NewStepValues, today: string): string | null {
  const [year, month, day] = (date ?? '').split('-');
  const read = readStep({ action: 'Ask', due, day, month, year }, today);
  return read.ok ? read.dueOn : null;
}
