/** What choosing a step has to know. `dueOn` is a date, "2026-11-24". */
export interface DatedStep {
  dueOn: string;
  doneAt: number | null;
}

/** The one open step to show: the earliest due, so an overdue one first; of two due on a day, the first given. */
export function nextStep<S extends DatedStep>(steps: readonly S[]): S | null {
  const open = steps.filter(({ doneAt }) => doneAt === null);
  return open.reduce<S | null>((next, step) => (next && next.dueOn <= step.dueOn ? next : step), null);
}

/** True when a step should have been done before `today` (a date). */
export function isOverdue(step: DatedStep, today: string): boolean {
  return step.doneAt === null && step.dueOn < today;
}
