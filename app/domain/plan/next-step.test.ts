import { expect, it } from 'vitest';
import { isOverdue, nextStep } from './next-step';

const step = (action: string, dueOn: string, doneAt: number | null = null) => ({ action, dueOn, doneAt });

it('shows the open step that is due first, so an overdue one before the others', () => {
  const steps = [step('CV', '2026-12-01'), step('Call', '2026-11-20'), step('Visit', '2026-11-01', 1)];
  expect(nextStep(steps)?.action).toBe('Call');
});
it('shows the first given of two that are due on a day', () => {
  expect(nextStep([step('CV', '2026-12-01'), step('Call', '2026-12-01')])?.action).toBe('CV');
});
it('shows none when all is done', () => {
  expect(nextStep([step('CV', '2026-12-01', 1)])).toBeNull();
  expect(nextStep([])).toBeNull();
});
it('calls a step overdue from the day after it was due, unless it is done', () => {
  expect(isOverdue(step('CV', '2026-11-23'), '2026-11-24')).toBe(true);
  expect(isOverdue(step('CV', '2026-11-24'), '2026-11-24')).toBe(false);
  expect(isOverdue(step('CV', '2026-11-23', 1), '2026-11-24')).toBe(false);
});
