import { describe, expect, test } from 'vitest';
import { nextLines } from './pace';

describe('nextLines', () => {
  test.each([
    ['as many again where an eighth of a second was just enough', 200, 125, 200],
    ['half as many where it took twice as long', 300, 250, 150],
    ['more where there is time left', 200, 100, 250],
    ['at most twice as many', 100, 0, 200],
    ['never more than 1,000', 600, 10, 1_000],
    ['never fewer than 100', 100, 60_000, 100],
  ])('%s', (_, lines, took, next) => expect(nextLines(lines, took)).toBe(next));
});
