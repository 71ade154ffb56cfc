import type { StepEventKind, StepTrouble } from './step';
import type { StepBefore } from './step-state';

/** What can be said of a step when it is looked at together. */
export const REVIEW_ANSWERS = ['done', 'going_on', 'help', 'cannot', 'date', 'end'] as const;
export type ReviewAnswer = (typeof REVIEW_ANSWERS)[number];

export interface StepReview {
  /** What goes on record. */
  kind: StepEventKind;
  after: Partial<StepBefore>;
}

const STUCK = (trouble: StepTrouble): StepReview => ({ kind: trouble, after: { trouble } });

/**
 * What becomes of an open step by what was said of it at a meeting at `now` (ms).
 * @param dueOn its new date, for the answer `date`; that it is the date it has already means that it goes on.
 * @returns null where the step is not open: there is nothing to look at again.
 */
export function reviewStep(
  step: StepBefore,
  answer: ReviewAnswer,
  now: number,
  dueOn: string = step.dueOn,
): StepReview | null {
  if (step.doneAt !== null || step.endedAt !== null) return null;
  switch (answer) {
    case 'done':
      return { kind: 'done', after: { doneAt: now, trouble: null } };
    case 'going_on':
      return { kind: 'reviewed', after: { trouble: null } };
    case 'help':
    case 'cannot':
      return STUCK(answer);
    case 'date':
      // What stood in the way was about the date that is gone.
      return { kind: dueOn === step.dueOn ? 'reviewed' : 'changed', after: { dueOn, trouble: null } };
    case 'end':
      return { kind: 'ended', after: { endedAt: now } };
  }
}

/** How a step stands after what happened at one meeting, oldest first; null: not looked at there, or that was taken back. */
export function lastReview<E extends { kind: StepEventKind }>(events: readonly E[]): E | null {
  const last = events.at(-1);
  return last === undefined || last.kind === 'reopened' ? null : last;
}
