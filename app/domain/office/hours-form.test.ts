import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hoursInLine, hoursLine, readHours, readWeekHours } from './hours-form';

const shown = (text: string) => {
  const read = readHours(text);
  return read.ok ? read.stretches.map(({ fromTime, toTime }) => `${fromTime}-${toTime}`).join(' ') : read.problem;
};

test.each([
  ['', ''],
  ['9am to 5pm', '09:00-17:00'],
  ['9am to 12:45pm, 1:45pm to 5pm', '09:00-12:45 13:45-17:00'],
  ['09:00-12:45 and 13:45 – 17:00', '09:00-12:45 13:45-17:00'],
  ['9yb tan 12:45yp ac 1:45yp i 5yp', '09:00-12:45 13:45-17:00'],
  ['1pm to 5pm; 9am to midday', '09:00-12:00 13:00-17:00'],
  ['9am to 12pm, 12pm to 5pm', '09:00-12:00 12:00-17:00'],
  ['nine to five', 'unreadable'],
  ['9 to 5', 'unreadable'],
  ['9am', 'unreadable'],
  ['9am to 10am to 11am', 'unreadable'],
  ['25:00-26:00', 'unreadable'],
  ['5pm to 9am', 'backwards'],
  ['9am to 9am', 'backwards'],
  ['9am to 1pm, 12pm to 5pm', 'overlapping'],
  ['9am to 10am, 10am to 11am, 11am to 12pm, 1pm to 2pm, 2pm to 3pm', 'too_many'],
])('"%s" is %s', (text, expected) => expect(shown(text)).toBe(expected));

test('a week says which of its days are wrong', () => {
  const days = { 'day-1': '9am to 5pm', 'day-2': 'x', 'day-3': '', 'day-4': '', 'day-5': '', 'day-6': '', 'day-7': '' };
  expect(readWeekHours(days)).toEqual({ ok: false, problems: { 'day-2': 'unreadable' } });
  expect(readWeekHours({ ...days, 'day-2': '' })).toMatchObject({ ok: true, hours: [{ weekday: 1 }] });
});

test('hours come back from the line that holds them, and nonsense does not', () => {
  const time = fc
    .integer({ min: 0, max: 47 })
    .map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`);
  const hours = fc.uniqueArray(
    fc.record({ weekday: fc.integer({ min: 1, max: 7 }), fromTime: time, toTime: fc.constant('23:59') }),
    { selector: ({ weekday, fromTime }) => `${weekday} ${fromTime}` },
  );
  const sorted = (list: { weekday: number; fromTime: string }[]) =>
    list.map((one) => `${one.weekday} ${one.fromTime}`).sort();
  fc.assert(
    fc.property(hours, (list) => {
      expect(sorted(hoursInLine(hoursLine(list))!)).toEqual(sorted(list));
    }),
  );
  expect(hoursInLine('9 09:00-10:00')).toBeNull();
  expect(hoursInLine('1 later')).toBeNull();
});
