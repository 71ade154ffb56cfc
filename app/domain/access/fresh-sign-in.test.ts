import { expect, test } from 'vitest';
import { MINUTE } from '../clock';
import { isFreshSignIn } from './fresh-sign-in';

test.each([
  ['open', 0, true],
  ['open', 10 * MINUTE - 1, true],
  ['open', 10 * MINUTE, false],
  ['send', 10 * MINUTE, true],
  ['send', 20 * MINUTE - 1, true],
  ['send', 20 * MINUTE, false],
] as const)('to %s something %i ms after signing in: %s', (use, after, expected) =>
  expect(isFreshSignIn(1_000, use, 1_000 + after)).toBe(expected),
);
