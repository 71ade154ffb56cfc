import type { PlanStep } from './step-state';

/** What people can say about a step. `reopened` takes back what was said. */
export const STEP_ANSWERS = ['done', 'cannot', 'help', 'reopened'] as const;
export type StepAnswer = (typeof STEP_ANSWERS)[number];

type Said = Pick<PlanStep, 'doneAt' | 'trouble'>;

/**
 * What a step becomes by an answer at `now` (ms).
 * @returns null where it is so already: the same press twice is one.
 */
export function changeStep(step: Said, answer: StepAnswer, now: number): Said | null {
  switch (answer) {
    case 'done':
      return step.doneAt !== null ? null : { doneAt: now, trouble: null };
    case 'cannot':
    case 'help':
      return step.doneAt === null && step.trouble === answer ? null : { doneAt: null, trouble: answer };
    case 'reopened':
      return step.doneAt === null && step.trouble === null ? null : { doneAt: null, trouble: null };
  }
}
