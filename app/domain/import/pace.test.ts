import { describe, expect, test } from 'vitest';
import { nextLines } from './pace';

describe('nextLines', () => {
  test.each([
    ['as many again where a tenth of a second was just enough', 200, 100, 200],
    ['half as many where it took twice as long', 200, 200, 100],
    ['more where there is time left', 200, 80, 250],
    ['at most twice as many', 100, 0, 200],
    ['never more than 500', 400, 10, 500],
    ['never fewer than 50', 50, 60_000, 50],
  ])('%s', (_, lines, took, next) => expect(nextLines(lines, took)).toBe(next));
});
