import type { DatedStep } from './next-step';
import type { StepOwner, StepTrouble } from './step';

/** A step of a plan, as far as rules look at it. Instants in ms; `dueOn` is a date. */
export interface PlanStep extends DatedStep {
  id: string;
  owner: StepOwner;
  goalId: string | null;
  trouble: StepTrouble | null;
  endedAt: number | null;
}

/** How a step stood before something was done with it at a meeting, so that it can be put back. */
export type StepBefore = Pick<PlanStep, 'dueOn' | 'doneAt' | 'trouble' | 'endedAt'>;

/** How a step stands: done, or why it is not going on, or whether its day is over. */
export type StepState = 'done' | StepTrouble | 'late' | 'open';

/** How a step stands on a day. Only people end a step: a day that passes makes it late, and never more. */
export function stepState(step: Pick<PlanStep, 'doneAt' | 'trouble' | 'dueOn'>, today: string): StepState {
  if (step.doneAt !== null) return 'done';
  if (step.trouble !== null) return step.trouble;
  return step.dueOn < today ? 'late' : 'open';
}
