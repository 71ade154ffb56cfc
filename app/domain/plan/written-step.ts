import { chosenDue, type DueFault } from './due-choice';

/** Letters of a step: more than that is more than one step. */
export const LONGEST_ACTION = 200;

/** What is wrong with a step as it was written. */
export interface StepFaults {
  action?: 'noAction' | 'actionTooLong';
  due?: DueFault;
}

/** A step as a form has it. */
export type StepValues = Partial<Record<'action' | 'due' | 'day' | 'month' | 'year', string>>;

/** A line of somebody's own words, on one line. */
export const oneLine = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/** What is wrong with the words of a step or a goal, if anything. */
export function actionFault(action: string): StepFaults['action'] {
  if (action === '') return 'noAction';
  return action.length > LONGEST_ACTION ? 'actionTooLong' : undefined;
}

/**
 * A step as it was written.
 * @param kept the date that it has already, which may be past.
 */
export function readStep(
  values: StepValues,
  today: string,
  kept: string | null = null,
): { ok: true; action: string; dueOn: string } | { ok: false; faults: StepFaults } {
  const action = oneLine(values.action);
  const due = chosenDue(values, today, kept);
  const fault = actionFault(action);
  if ('date' in due && fault === undefined) return { ok: true, action, dueOn: due.date };
  return {
    ok: false,
    faults: { ...(fault && { action: fault }), ...('fault' in due && { due: due.fault }) },
  };
}
