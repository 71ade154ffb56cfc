import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, daysBetween, weekdayOf } from '../time/wall-clock';
import { isWorkingDay } from '../time/working-days';
import { endsWithNewAgreement, FOLLOW_UP_MONTHS, followUpDates, followUpState, isCallDue } from './follow-up';

const CHRISTMAS = new Set(['2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29']);

describe('follow-ups', () => {
  test.each([
    ['on the same day of the month', '2026-11-24', ['2026-12-24', '2027-02-24', '2027-05-24']],
    ['on the last day of a month that is shorter', '2026-08-31', ['2026-09-30', '2026-11-30', '2027-03-01']],
    ['after a weekend', '2026-10-14', ['2026-11-16', '2027-01-14', '2027-04-14']],
    ['after bank holidays and the weekend between', '2026-11-25', ['2026-12-29', '2027-02-25', '2027-05-25']],
    ['not in February of a leap year too early', '2027-11-29', ['2027-12-29', '2028-02-29', '2028-05-29']],
    ['on the last of February where there is no 29th', '2026-11-30', ['2026-12-30', '2027-03-01', '2027-05-31']],
    ['after Easter', '2026-12-26', ['2027-01-26', '2027-03-30', '2027-06-28']],
  ])('are due %s', (_, agreedOn, dates) => {
    expect(followUpDates(agreedOn, CHRISTMAS).map(({ dueOn }) => dueOn)).toEqual(dates);
  });

  it('are due on working days, in order, near their month, whatever the day', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n));
    const free = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 });
    fc.assert(
      fc.property(days, free, (agreedOn, offsets) => {
        const holidays = new Set(offsets.map((n) => addDays(agreedOn, n)));
        const dates = followUpDates(agreedOn, holidays);
        expect(dates.map(({ months }) => months)).toEqual([...FOLLOW_UP_MONTHS]);
        dates.forEach(({ months, dueOn }, n) => {
          expect(isWorkingDay(dueOn, holidays)).toBe(true);
          // Never before the month is over, and no later than the holidays and weekends can move it.
          expect(daysBetween(agreedOn, dueOn)).toBeGreaterThanOrEqual(28 * months);
          expect(daysBetween(agreedOn, dueOn)).toBeLessThanOrEqual(31 * months + 2 + 3 * holidays.size);
          if (n > 0) expect(dueOn > dates[n - 1]!.dueOn).toBe(true);
          if (holidays.size === 0) expect(weekdayOf(dueOn)).toBeLessThanOrEqual(5);
        });
      }),
    );
  });

  const open = { dueOn: '2026-12-24', doneAt: null, cancelledAt: null };
  test.each([
    ['2026-12-01', open, 'later', true],
    ['2026-12-10', open, 'soon', true],
    ['2026-12-23', open, 'soon', true],
    ['2026-12-24', open, 'today', false],
    ['2026-12-25', open, 'overdue', false],
    ['2026-12-25', { ...open, doneAt: 1 }, 'done', false],
    ['2026-12-10', { ...open, cancelledAt: 1 }, 'cancelled', false],
  ] as const)('on %s: %o is %s', (today, followUp, state, ends) => {
    expect(followUpState(followUp, today)).toBe(state);
    expect(endsWithNewAgreement(followUp, today)).toBe(ends);
  });

  test.each([
    // Christmas Day, the weekend and the bank holiday after it do not count.
    ['2026-12-24', open, false],
    ['2026-12-29', open, false],
    ['2026-12-30', open, false],
    ['2026-12-31', open, true],
    ['2027-01-20', open, true],
    ['2027-01-20', { ...open, doneAt: 1 }, false],
    ['2027-01-20', { ...open, cancelledAt: 1 }, false],
  ])('on %s: somebody is to be phoned about %o: %s', (today, followUp, call) => {
    expect(isCallDue(followUp, today, CHRISTMAS)).toBe(call);
  });
});
