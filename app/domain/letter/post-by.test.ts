import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantAt, wallClockOf } from '../time/wall-clock';
import { isWorkingDay, workingDaysBetween } from '../time/working-days';
import { DAYS_IN_THE_POST, postBy, postNewsBy } from './post-by';

const CHRISTMAS = new Set(['2026-12-25', '2026-12-28', '2027-01-01']);
const office = (holidays: ReadonlySet<string> = new Set()) => ({ zone: 'Europe/London', closesAt: '17:00', holidays });
const onLastDay = (date: string, holidays?: ReadonlySet<string>) =>
  wallClockOf(postBy(instantAt(date, '10:00', 'Europe/London'), office(holidays)), 'Europe/London');

describe('postBy', () => {
  it.each([
    ['2026-12-11', 'a Friday', '2026-12-07'],
    ['2026-12-10', 'a Thursday', '2026-12-04'],
    ['2026-12-14', 'a Monday', '2026-12-08'],
    ['2026-12-13', 'a Sunday', '2026-12-08'],
  ])('for %s, %s, is the close of %s', (date, _, last) =>
    expect(onLastDay(date)).toEqual({ date: last, time: '17:00' }),
  );

  it('counts no bank holiday', () => {
    expect(onLastDay('2026-12-31').date).toBe('2026-12-25');
    expect(onLastDay('2026-12-31', CHRISTMAS).date).toBe('2026-12-23');
  });

  it('is on a working day and leaves three whole working days, and the working day after it does not', () => {
    const start = '2026-01-01';
    fc.assert(
      fc.property(
        fc.nat(1_000),
        fc.array(fc.nat(1_000), { maxLength: 300 }),
        fc.constantFrom('00:00', '01:30', '23:59'),
        (days, free, time) => {
          const date = addDays(start, days);
          const holidays = new Set(free.map((n) => addDays(start, n)));
          const last = wallClockOf(
            postBy(instantAt(date, time, 'Europe/London'), office(holidays)),
            'Europe/London',
          ).date;
          const between = (day: string) => workingDaysBetween(day, addDays(date, -1), holidays);
          expect(isWorkingDay(last, holidays)).toBe(true);
          expect(between(last)).toBe(DAYS_IN_THE_POST);
        },
      ),
    );
  });
});

it.each([
  ['a Monday', '2026-11-23', '2026-11-30'],
  ['a Saturday', '2026-11-28', '2026-12-04'],
  ['before Christmas', '2026-12-22', '2026-12-31'],
])('news without a date, written on %s, is posted within five working days', (_, written, last) =>
  expect(
    wallClockOf(postNewsBy(instantAt(written, '10:00', 'Europe/London'), office(CHRISTMAS)), 'Europe/London'),
  ).toEqual({
    date: last,
    time: '17:00',
  }),
);
