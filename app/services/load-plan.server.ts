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

/** A goal that was reached, or is no longer wanted; `endedAt` in ms. */
export interface EndedGoal {
  id: string;
  title: string;
  reached: boolean;
  endedAt: number;
}

export interface ShownGoal {
  id: string;
  title: string;
  steps: ShownStep[];
}

/** The plan as it stands, in order, for whoever may see it; `today` is a date of the office. */
export async function loadPlan(q: Queryable, customerId: string, today: string) {
  const all = await listGoals(q, customerId);
  const { goals, loose, done } = arrangePlan(all, await listSteps(q, customerId));
  const agreements = await listAgreements(q, customerId);
  const shown = (step: StepRow) => shownStep(step, today);
  const shownGoal = ({ goal, steps }: (typeof goals)['short'][number]): ShownGoal => ({
    ...{ id: goal.id, title: goal.title, steps: steps.map(shown) },
  });
  const [latest] = agreements;
  const nextReviewOn = latest?.nextReviewOn ?? null;
  return {
    goals: { short: goals.short.map(shownGoal), long: goals.long.map(shownGoal) },
    /** The latest first. */
    ended: all
      .flatMap(({ id, title, reached, endedAt }): EndedGoal[] =>
        endedAt === null ? [] : [{ id, title, reached, endedAt }],
      )
      .sort((a, b) => b.endedAt - a.endedAt),
    loose: loose.map(shown),
    done: done.map(shown),
    /** The last time that it was looked at together; null when it never was. */
    agreed: latest ? { at: latest.agreedAt, by: latest.byFirstName, again: agreements.length > 1 } : null,
    review: nextReviewOn === null ? null : { on: nextReviewOn, late: nextReviewOn < today },
  };
}

export type LoadedPlan = Awaited<ReturnType<typeof loadPlan>>;
