import type { Queryable } from '@db/client.server';
import { listAgreements, listGoals, listSteps, type StepRow } from '@db/queries/plan.server';
import { arrangePlan } from '~/domain/plan/arrange-plan';
import type { StepOwner } from '~/domain/plan/step';
import { stepState, type StepState } from '~/domain/plan/step-state';

/** A step as pages show it. Instants in ms; `dueOn` is a date. */
export interface ShownStep {
  id: string;
  action: string;
  owner: StepOwner;
  dueOn: string;
  state: StepState;
  doneAt: number | null;
  /** Added by the customer, and so theirs to rewrite. */
  ownIdea: boolean;
}

export function shownStep(step: StepRow, today: string): ShownStep {
  const { id, action, owner, dueOn, doneAt, ownIdea } = step;
  return { id, action, owner, dueOn, state: stepState(step, today), doneAt, ownIdea };
}

export interface ShownGoal {
  id: string;
  title: string;
  steps: ShownStep[];
}

/** The plan as it stands, in order, for whoever may see it; `today` is a date of the office. */
export async function loadPlan(q: Queryable, customerId: string, today: string) {
  const { goals, loose, done } = arrangePlan(await listGoals(q, customerId), await listSteps(q, customerId));
  const agreements = await listAgreements(q, customerId);
  const shown = (step: StepRow) => shownStep(step, today);
  const shownGoal = ({ goal, steps }: (typeof goals)['short'][number]): ShownGoal => ({
    ...{ id: goal.id, title: goal.title, steps: steps.map(shown) },
  });
  const [latest] = agreements;
  const nextReviewOn = latest?.nextReviewOn ?? null;
  return {
    goals: { short: goals.short.map(shownGoal), long: goals.long.map(shownGoal) },
    loose: loose.map(shown),
    done: done.map(shown),
    /** The last time that it was looked at together; null when it never was. */
    agreed: latest ? { at: latest.agreedAt, by: latest.byFirstName, again: agreements.length > 1 } : null,
    review: nextReviewOn === null ? null : { on: nextReviewOn, late: nextReviewOn < today },
  };
}

export type LoadedPlan = Awaited<ReturnType<typeof loadPlan>>;

/** Open steps of a plan, to look at again together: first those that somebody needs help with, then by date. */
export async function listStepsToReview(q: Queryable, customerId: string, today: string): Promise<ShownStep[]> {
  const open = (await listSteps(q, customerId)).filter(({ doneAt, endedAt }) => doneAt === null && endedAt === null);
  const troubled = open.filter(({ trouble }) => trouble !== null);
  return [...troubled, ...open.filter(({ trouble }) => trouble === null)].map((step) => shownStep(step, today));
}
