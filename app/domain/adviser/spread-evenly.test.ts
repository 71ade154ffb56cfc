import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadEvenly } from './spread-evenly';

const people = (n: number) => Array.from({ length: n }, (_, i) => `c${i}`);
const sizes = (n: number, caseloads: number[]) => {
  const takers = caseloads.map((caseload, i) => ({ id: `a${i}`, caseload }));
  const given = [...spreadEvenly(people(n), takers).values()];
  return takers.map(({ id, caseload }) => caseload + given.filter((one) => one === id).length);
};

describe('customers who are handed out', () => {
  it.each([
    ['to one', 3, [5], [8]],
    ['to two who have as many', 5, [10, 10], [13, 12]],
    ['first to whoever has the fewest', 3, [10, 4], [10, 7]],
    ['until they are even', 9, [10, 4, 6], [10, 10, 9]],
    ['none', 0, [1, 2], [1, 2]],
    ['to nobody', 3, [], []],
  ] as const)('%s', (_name, n, before, after) => expect(sizes(n, [...before])).toEqual(after));

  it('each goes to one, and nobody who took any has two more than another', () => {
    const loads = fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.nat({ max: 120 }), loads, (n, before) => {
        const after = sizes(n, before);
        expect(after.reduce((a, b) => a + b, 0)).toBe(before.reduce((a, b) => a + b, 0) + n);
        const took = after.filter((load, i) => load > before[i]!);
        for (const load of took) expect(load - Math.min(...after)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
