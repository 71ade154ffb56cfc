import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { BARRIERS, type Barrier } from '../situation/barrier';
import { arrangeLibrary, libraryWords } from './library';

const step = (action: string, barrier: Barrier | null = null) => ({ action, actionInWelsh: '', barrier });
const shown = (barriers: Barrier[]) =>
  arrangeLibrary(
    [step('CV'), step('Bus', 'travel'), step('Nursery', 'childcare'), step('Train', 'travel')],
    barriers,
  ).map(
    ({ barrier, theirs, steps }) =>
      `${barrier ?? 'anybody'}${theirs ? '!' : ''}: ${steps.map((one) => one.action).join(', ')}`,
  );

describe('the step library of an office', () => {
  test.each([
    [[], ['anybody: CV', 'travel: Bus, Train', 'childcare: Nursery']],
    [['childcare'], ['childcare!: Nursery', 'anybody: CV', 'travel: Bus, Train']],
    [
      ['money', 'travel'],
      ['travel!: Bus, Train', 'anybody: CV', 'childcare: Nursery'],
    ],
  ] as [Barrier[], string[]][])('for somebody with %o', (barriers, groups) => expect(shown(barriers)).toEqual(groups));

  it('is shown whole, each step once, whoever it is for', () => {
    const steps = fc.array(fc.record({ action: fc.string(), barrier: fc.constantFrom(null, ...BARRIERS) }));
    fc.assert(
      fc.property(steps, fc.array(fc.constantFrom(...BARRIERS)), (rows, barriers) => {
        const all = rows.map(({ action, barrier }) => step(action, barrier));
        const groups = arrangeLibrary(all, barriers);
        expect(new Set(groups.flatMap((group) => group.steps))).toEqual(new Set(all));
        expect(groups.flatMap((group) => group.steps)).toHaveLength(all.length);
        // What is theirs comes before all that is not.
        expect(groups.findLastIndex(({ theirs }) => theirs)).toBe(groups.filter(({ theirs }) => theirs).length - 1);
      }),
    );
  });

  test.each([
    ['cy', 'Ysgrifennu CV', { action: 'Ysgrifennu CV', language: 'cy' }],
    ['cy', '', { action: 'Write a CV', language: 'en' }],
    ['en', 'Ysgrifennu CV', { action: 'Write a CV', language: 'en' }],
  ] as const)('is in %s, with “%s” in Welsh', (language, actionInWelsh, words) =>
    expect(libraryWords({ action: 'Write a CV', actionInWelsh, barrier: null }, language)).toEqual(words),
  );
});
