import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekHours, type DayHours } from './week-hours';

const on = (weekdays: number[], ...times: [string, string][]): DayHours[] =>
  weekdays.flatMap((weekday) => times.map(([fromTime, toTime]) => ({ weekday, fromTime, toTime })));

describe('a week’s hours', () => {
  it.each([
    ['none', [], []],
    [
      'a whole week with lunch',
      on([1, 2, 3, 4, 5], ['13:45', '17:00'], ['09:00', '12:45']),
      [
        {
          days: [[1, 5]],
          times: [
            ['09:00', '12:45'],
            ['13:45', '17:00'],
          ],
        },
      ],
    ],
    [
      'a gap in the week',
      on([5, 1, 2], ['09:00', '17:00']),
      [{ days: [[1, 2], [5, 5]], times: [['09:00', '17:00']] }], // prettier-ignore
    ],
    [
      'a short Friday',
      [...on([1, 2, 3, 4], ['09:00', '17:00']), ...on([5], ['09:00', '13:00'])],
      [
        { days: [[1, 4]], times: [['09:00', '17:00']] },
        { days: [[5, 5]], times: [['09:00', '13:00']] },
      ],
    ],
    [
      'hours that touch, overlap or make no sense',
      on([1], ['09:00', '12:00'], ['12:00', '13:00'], ['12:30', '15:00'], ['10:00', '11:00'], ['17:00', '16:00']),
      [{ days: [[1, 1]], times: [['09:00', '15:00']] }],
    ],
  ] as const)('%s', (_name, hours, said) => expect(weekHours(hours)).toEqual(said));

  it('say of any minute of the week what the hours say of it', () => {
    const time = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
    const hours = fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), fromTime: time, toTime: time }));
    fc.assert(
      fc.property(hours, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 23 }), (all, day, hour) => {
        const at = `${String(hour).padStart(2, '0')}:30`;
        const there = all.some((one) => one.weekday === day && one.fromTime < at && at < one.toTime);
        const groups = weekHours(all).filter(({ days }) => days.some(([from, to]) => from <= day && day <= to));
        expect(groups.length).toBeLessThanOrEqual(1);
        expect(groups.some(({ times }) => times.some(([from, to]) => from < at && at < to))).toBe(there);
      }),
    );
  });
});
