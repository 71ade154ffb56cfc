import { expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../clock';
import { whyNotFree } from './why-not-free';

/** A Monday, 9:00 in London. */
const now = Date.parse('2026-11-23T09:00:00Z');
const diary = {
  availability: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromTime: '09:00', toTime: '17:00' })),
  busy: [{ startsAt: now + 2 * HOUR, endsAt: now + 3 * HOUR }],
};

it.each([
  ['a free time', 4 * HOUR, false, null],
  ['the very end of the day', 7.5 * HOUR, false, null],
  ['this moment', 0, false, 'past'],
  ['yesterday, for staff too', -DAY, true, 'past'],
  ['half of somebody else’s time', 2.5 * HOUR, false, 'taken'],
  ['somebody else’s time, for staff too', 1.75 * HOUR, true, 'taken'],
  ['right before somebody else', 1.5 * HOUR, false, null],
  ['right after somebody else', 3 * HOUR, false, null],
  ['between two of the times that are offered', 4.25 * HOUR, false, 'not_free'],
  ['such a time for staff', 4.25 * HOUR, true, null],
  ['after hours', 8 * HOUR, false, 'not_free'],
  ['fourteen days ahead, from a page of yesterday', 15 * DAY, false, null],
  ['three weeks ahead', 21 * DAY, false, 'not_free'],
  ['three weeks ahead for staff', 21 * DAY, true, null],
] as const)('%s', (_, after, override, expected) => {
  const time = { startsAt: now + after, endsAt: now + after + 30 * MINUTE };
  expect(whyNotFree(time, diary, { zone: 'Europe/London', override }, now)).toBe(expected);
});
