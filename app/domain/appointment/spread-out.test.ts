import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spreadOut } from './spread-out';

it('gives all of a short list', () => {
  expect(spreadOut([1, 2, 3], 12)).toEqual([1, 2, 3]);
  expect(spreadOut([], 12)).toEqual([]);
});

it('gives the first and an even choice of the rest, in order, none twice', () => {
  expect(spreadOut([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 20 }), (length, count) => {
      const all = Array.from({ length }, (_, index) => index);
      const some = spreadOut(all, count);
      expect(some).toHaveLength(Math.min(length, count));
      expect(some).toEqual([...new Set(some)].sort((a, b) => a - b));
      if (length > 0) expect(some[0]).toBe(0);
    }),
  );
});
