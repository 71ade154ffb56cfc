import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTimeOfDay } from './time-of-day';
import { readTimeOfDay } from './read-time-of-day';

test.each([
  ['8pm', '20:00'],
  ['8 PM', '20:00'],
  ['8.30pm', '20:30'],
  ['11 a.m.', '11:00'],
  ['8yb', '08:00'],
  ['10yp', '22:00'],
  ['12am', '00:00'],
  ['12pm', '12:00'],
  ['20:00', '20:00'],
  ['9.15', '09:15'],
  ['0900', '09:00'],
  [' midnight ', '00:00'],
  ['noon', '12:00'],
  ['hanner dydd', '12:00'],
  ['8', null],
  ['25:00', null],
  ['20:60', null],
  ['13pm', null],
  ['0am', null],
  ['', null],
  ['late', null],
])('%j is %s', (typed, time) => expect(readTimeOfDay(typed)).toBe(time));

test('whatever is typed, it is a time of day or nothing', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const time = readTimeOfDay(typed);
      expect(time === null || isTimeOfDay(time)).toBe(true);
    }),
  );
});
