import { describe, expect, it } from 'vitest';
import { APPOINTMENT_STATUSES } from '../appointment/appointment';
import { REMINDER_RULES } from './policy';
import { ruleFits } from './rule-fits';

describe('ruleFits', () => {
  it('keeps what comes before a booked appointment, and nothing of what comes after', () => {
    expect(REMINDER_RULES.filter((rule) => ruleFits(rule, 'booked'))).toEqual([
      'booked',
      'three_days_before',
      'one_day_before',
      'same_day',
      'changed',
    ]);
  });

  it.each([
    ['failed_to_attend', ['missed']],
    ['excused', []],
    ['cancelled_by_office', ['cancelled']],
    ['cancelled_by_customer', ['cancelled']],
    ['attended', []],
    ['rearranged', []],
  ] as const)('after %s only %j is left to say', (status, rules) => {
    expect(APPOINTMENT_STATUSES).toContain(status);
    expect(REMINDER_RULES.filter((rule) => ruleFits(rule, status))).toEqual(rules);
  });
});
