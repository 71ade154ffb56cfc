import { expect, it } from 'vitest';
import { chosenDue, nearDate } from './due-choice';

/** A Tuesday. */
const TODAY = '2026-11-24';

it.each([
  ['this_week', TODAY, '2026-11-29'],
  ['this_week', '2026-11-29', '2026-11-29'],
  ['next_week', TODAY, '2026-12-06'],
  ['in_a_month', TODAY, '2026-12-24'],
  ['in_a_month', '2026-01-31', '2026-02-28'],
] as const)('%s, said on %s, is %s', (choice, today, date) => expect(nearDate(choice, today)).toBe(date));

const typed = (day: string, month: string, year: string) => ({ due: 'date', day, month, year });
it.each([
  [{}, { fault: 'choose' }],
  [{ due: 'some day' }, { fault: 'choose' }],
  [{ due: 'next_week' }, { date: '2026-12-06' }],
  [typed('1', '12', '2026'), { date: '2026-12-01' }],
  [typed(' 1 ', '12', '26'), { date: '2026-12-01' }],
  [typed('24', '11', '2026'), { date: TODAY }],
  [typed('31', '11', '2026'), { fault: 'not_a_date' }],
  [typed('', '', ''), { fault: 'not_a_date' }],
  [typed('1', 'December', '2026'), { fault: 'not_a_date' }],
  [typed('1', '12', '126'), { fault: 'not_a_date' }],
  [typed('23', '11', '2026'), { fault: 'past' }],
  [typed('1', '12', '2036'), { fault: 'too_far' }],
])('reads %o as %o', (answer, read) => expect(chosenDue(answer, TODAY)).toEqual(read));

it('lets a step that is late keep its date', () => {
  expect(chosenDue(typed('20', '11', '2026'), TODAY, '2026-11-20')).toEqual({ date: '2026-11-20' });
});
