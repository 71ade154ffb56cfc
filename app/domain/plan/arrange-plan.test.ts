import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arrangePlan } from './arrange-plan';
import { stepState, type PlanStep } from './step-state';

const goal = (id: string, horizon: 'short' | 'long', endedAt: number | null = null) => ({
  ...{ id, horizon, endedAt, title: id },
});
const step = (id: string, more: Partial<PlanStep> = {}): PlanStep => ({
  ...{ id, owner: 'customer', goalId: null, trouble: null, endedAt: null, doneAt: null, dueOn: '2026-12-01' },
  ...more,
});

it('keeps goals near at hand apart from those further off, each with its steps by date', () => {
  const plan = arrangePlan(
    [goal('job', 'long'), goal('cv', 'short')],
    [
      step('b', { goalId: 'cv', dueOn: '2026-12-05' }),
      step('a', { goalId: 'cv', dueOn: '2026-12-02' }),
      step('c', { goalId: 'job' }),
    ],
  );
  expect(plan.goals.short.map((one) => [one.goal.id, one.steps.map(({ id }) => id)])).toEqual([['cv', ['a', 'b']]]);
  expect(plan.goals.long.map((one) => [one.goal.id, one.steps.map(({ id }) => id)])).toEqual([['job', ['c']]]);
});
it('puts what is done below, newest first, and leaves out what was taken off', () => {
  const plan = arrangePlan(
    [goal('old', 'short', 5)],
    [step('x', { doneAt: 1 }), step('y', { doneAt: 2 }), step('z', { endedAt: 3 }), step('w', { goalId: 'old' })],
  );
  expect(plan.done.map(({ id }) => id)).toEqual(['y', 'x']);
  expect(plan.loose.map(({ id }) => id)).toEqual(['w']);
  expect(plan.goals.short).toEqual([]);
});
it('shows every step that is on the plan exactly once', () => {
  const any = fc.record({
    goalId: fc.constantFrom(null, 'cv', 'job', 'gone'),
    doneAt: fc.constantFrom(null, 1, 2),
    endedAt: fc.constantFrom(null, 1),
    dueOn: fc.constantFrom('2026-11-01', '2026-12-01', '2027-01-01'),
  });
  fc.assert(
    fc.property(fc.array(any), (given) => {
      const steps = given.map((more, n) => step(`${n}`, more));
      const plan = arrangePlan([goal('cv', 'short'), goal('job', 'long'), goal('gone', 'long', 1)], steps);
      const goals = [...plan.goals.short, ...plan.goals.long].flatMap((one) => one.steps);
      const shown = [...goals, ...plan.loose, ...plan.done].map(({ id }) => id);
      expect(shown.sort()).toEqual(steps.flatMap(({ id, endedAt }) => (endedAt === null ? [id] : [])).sort());
    }),
  );
});
it.each([
  [{ doneAt: 1, trouble: 'help', dueOn: '2026-01-01' }, 'done'],
  [{ doneAt: null, trouble: 'help', dueOn: '2026-01-01' }, 'help'],
  [{ doneAt: null, trouble: 'cannot', dueOn: '2026-12-01' }, 'cannot'],
  [{ doneAt: null, trouble: null, dueOn: '2026-11-23' }, 'late'],
  [{ doneAt: null, trouble: null, dueOn: '2026-11-24' }, 'open'],
] as const)('says how %o stands: %s', (given, state) => expect(stepState(given, '2026-11-24')).toBe(state));
