import { expect, test } from 'vitest';
import { changeState, isRemoval } from './contact-change';

const waiting = { tries: 0, expiresAt: 600_000, confirmedAt: null, cancelledAt: null };

test.each([
  ['waiting', {}, 0],
  ['waiting', { tries: 4 }, 599_999],
  ['used_up', { tries: 5 }, 0],
  ['expired', {}, 600_000],
  ['expired', { tries: 5 }, 600_000],
  ['confirmed', { confirmedAt: 5, tries: 5 }, 700_000],
  ['cancelled', { cancelledAt: 5 }, 700_000],
] as const)('a change is %s', (state, fields, now) => expect(changeState({ ...waiting, ...fields }, now)).toBe(state));

test('a removal puts nothing in the place of what it takes away', () => {
  expect(isRemoval({ valueIndex: 'a', replacedIndex: 'a' })).toBe(true);
  expect(isRemoval({ valueIndex: 'a', replacedIndex: 'b' })).toBe(false);
  expect(isRemoval({ valueIndex: 'a', replacedIndex: null })).toBe(false);
});
