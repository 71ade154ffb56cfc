import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, daysBetween, weekdayOf } from './wall-clock';
import { isWorkingDay, workingDayBefore, workingDayFrom, workingDaysBetween } from './working-days';

/** England and Wales, around Christmas 2026 and Easter 2027. */
const HOLIDAYS = new Set(['2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29']);

describe('a working day', () => {
  test.each([
    ['a Tuesday', '2026-11-24', true],
    ['a Saturday', '2026-11-28', false],
    ['a Sunday', '2026-11-29', false],
    ['Christmas Day, a Friday', '2026-12-25', false],
    ['the Monday that stands for Boxing Day', '2026-12-28', false],
    ['the Tuesday after it', '2026-12-29', true],
  ])('%s', (_, date, expected) => expect(isWorkingDay(date, HOLIDAYS)).toBe(expected));
});

describe('the working days between two dates', () => {
  test.each([
    ['the same day', '2026-11-24', '2026-11-24', 0],
    ['the next day', '2026-11-24', '2026-11-25', 1],
    ['from Friday to Monday', '2026-11-27', '2026-11-30', 1],
    ['from Saturday to Monday', '2026-11-28', '2026-11-30', 1],
    ['from Friday to Sunday', '2026-11-27', '2026-11-29', 0],
    ['across Christmas', '2026-12-24', '2026-12-30', 2],
    ['over Christmas and New Year', '2026-12-23', '2027-01-04', 5],
    ['back across Christmas', '2026-12-30', '2026-12-24', -2],
  ])('%s', (_, from, to, expected) => expect(workingDaysBetween(from, to, HOLIDAYS)).toBe(expected));
});

describe('the working day before', () => {
  test.each([
    ['a Tuesday', '2026-11-24', '2026-11-23'],
    ['a Monday', '2026-11-30', '2026-11-27'],
    ['the Tuesday after Christmas', '2026-12-29', '2026-12-24'],
    ['the Tuesday after Easter', '2027-03-30', '2027-03-25'],
  ])('%s', (_, date, expected) => expect(workingDayBefore(date, HOLIDAYS)).toBe(expected));
});

describe('the working day from', () => {
  test.each([
    ['a Tuesday', '2026-11-24', '2026-11-24'],
    ['a Saturday', '2026-11-28', '2026-11-30'],
    ['Christmas Day', '2026-12-25', '2026-12-29'],
  ])('%s', (_, date, expected) => expect(workingDayFrom(date, HOLIDAYS)).toBe(expected));
});

describe('whatever the date and the holidays', () => {
  const date = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days));
  const holidays = fc.array(date, { maxLength: 40 }).map((dates) => new Set(dates));

  it('the way from a to c is the way from a to b and from b to c', () => {
    fc.assert(
      fc.property(date, date, date, holidays, (a, b, c, free) => {
        expect(workingDaysBetween(a, b, free) + workingDaysBetween(b, c, free)).toBe(workingDaysBetween(a, c, free));
      }),
    );
  });
  it('there are never more than there are days, and without holidays five in every seven', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 60 }), holidays, (a, weeks, free) => {
        const b = addDays(a, weeks * 7);
        expect(workingDaysBetween(a, b, new Set())).toBe(weeks * 5);
        expect(workingDaysBetween(a, b, free)).toBeLessThanOrEqual(daysBetween(a, b));
      }),
    );
  });
  it('the one before is a working day, earlier, with none between', () => {
    fc.assert(
      fc.property(date, holidays, (a, free) => {
        const before = workingDayBefore(a, free);
        expect(before < a).toBe(true);
        expect(weekdayOf(before)).toBeLessThanOrEqual(5);
        expect(free.has(before)).toBe(false);
        expect(workingDaysBetween(before, addDays(a, -1), free)).toBe(0);
      }),
    );
  });
});
