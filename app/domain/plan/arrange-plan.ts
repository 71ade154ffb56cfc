import type { GoalHorizon } from './step';
import type { PlanStep } from './step-state';

/** What somebody wants to reach. Instants in ms. */
export interface PlanGoal {
  id: string;
  title: string;
  horizon: GoalHorizon;
  endedAt: number | null;
}

export interface ArrangedPlan<G, S> {
  /** Goals with their open steps, those near at hand apart from those further off. */
  goals: Record<GoalHorizon, { goal: G; steps: S[] }[]>;
  /** Open steps towards no goal, or towards one that is no longer pursued. */
  loose: S[];
  /** Newest first. */
  done: S[];
}

/** Puts a plan in order: goals as they were given, open steps by their dates, and what is done below. Ended ones are left out. */
export function arrangePlan<G extends PlanGoal, S extends PlanStep>(
  goals: readonly G[],
  steps: readonly S[],
): ArrangedPlan<G, S> {
  const pursued = goals.filter(({ endedAt }) => endedAt === null);
  const onPlan = steps.filter(({ endedAt }) => endedAt === null);
  const open = onPlan
    .filter(({ doneAt }) => doneAt === null)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const known = new Set(pursued.map(({ id }) => id));
  const of = (horizon: GoalHorizon) =>
    pursued
      .filter((goal) => goal.horizon === horizon)
      .map((goal) => ({ goal, steps: open.filter(({ goalId }) => goalId === goal.id) }));
  return {
    goals: { short: of('short'), long: of('long') },
    loose: open.filter(({ goalId }) => goalId === null || !known.has(goalId)),
    done: onPlan.filter(({ doneAt }) => doneAt !== null).sort((a, b) => (b.doneAt ?? 0) - (a.doneAt ?? 0)),
  };
}
