import { expect, it } from 'vitest';
import { mayHaveNewTime, replacementRef } from './replacement';

it('counts what was booked in place of another in its reference', () =>
  expect([0, 1, 2].map((booked) => replacementRef('A1', booked))).toEqual(['A1-again', 'A1-again-2', 'A1-again-3']));

it.each([
  ['one that stands', 'booked', null, [], true],
  ['one that stands, of a group', 'booked', 'a group', [], false],
  ['one that was rearranged without a new time', 'rearranged', null, [], true],
  ['one that was rearranged, and its new time has been called off', 'rearranged', null, ['cancelled_by_office'], true],
  ['one that was rearranged, and its new time stands', 'rearranged', null, ['cancelled_by_office', 'booked'], false],
  ['one that was held', 'attended', null, [], false],
  ['one that was called off', 'cancelled_by_customer', null, [], false],
] as const)('%s', (_, status, groupId, replacements, may) =>
  expect(
    mayHaveNewTime(
      { status, groupId },
      replacements.map((one) => ({ status: one })),
    ),
  ).toBe(may),
);
