import { addDays, instantAt } from '../time/wall-clock';

/** How many days before its date somebody may be reminded of a step. */
export const STEP_REMINDER_DAYS = [1, 2, 3, 7] as const;

/** When it is said, and until when it is still worth saying, by the clock of the office. */
const SAID_AT = '10:00';
const NO_LATER_THAN = '19:00';

/** From when until when (ms) a step is to be reminded of. */
export function stepReminderWindow(dueOn: string, daysBefore: number, zone: string): { from: number; until: number } {
  const day = addDays(dueOn, -daysBefore);
  return { from: instantAt(day, SAID_AT, zone), until: instantAt(day, NO_LATER_THAN, zone) };
}

/**
 * True when the moment has come to remind somebody of a step. Not of one that was agreed, or given its date, after that
 * moment: they know.
 * @param step.setAt when it got this date (ms).
 */
export function isStepReminderDue(
  step: { dueOn: string; doneAt: number | null; endedAt: number | null; setAt: number },
  wish: { on: boolean; daysBefore: number },
  zone: string,
  now: number,
): boolean {
  if (!wish.on || step.doneAt !== null || step.endedAt !== null) return false;
  const { from, until } = stepReminderWindow(step.dueOn, wish.daysBefore, zone);
  return from <= now && now < until && step.setAt < from;
}
