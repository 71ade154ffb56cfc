import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  formatDate,
  formatLongDate,
  formatOnDate,
  formatTime,
  formatWeekday,
  plural,
  relativeDay,
  type PluralForms,
} from './format';

const zone = 'Europe/London';

describe('dates', () => {
  test.each([
    ['2026-11-24', 'Tuesday 24 November', 'dydd Mawrth 24 Tachwedd'],
    ['2026-01-05', 'Monday 5 January', 'dydd Llun 5 Ionawr'],
    ['2026-02-04', 'Wednesday 4 February', 'dydd Mercher 4 Chwefror'],
    ['2026-03-05', 'Thursday 5 March', 'dydd Iau 5 Mawrth'],
    ['2026-04-03', 'Friday 3 April', 'dydd Gwener 3 Ebrill'],
    ['2026-05-02', 'Saturday 2 May', 'dydd Sadwrn 2 Mai'],
    ['2026-06-07', 'Sunday 7 June', 'dydd Sul 7 Mehefin'],
    ['2026-07-01', 'Wednesday 1 July', 'dydd Mercher 1 Gorffennaf'],
    ['2026-08-31', 'Monday 31 August', 'dydd Llun 31 Awst'],
    ['2026-09-30', 'Wednesday 30 September', 'dydd Mercher 30 Medi'],
    ['2026-10-25', 'Sunday 25 October', 'dydd Sul 25 Hydref'],
    ['2026-12-25', 'Friday 25 December', 'dydd Gwener 25 Rhagfyr'],
  ])('%s', (date, en, cy) => {
    expect(formatDate(date, zone, 'en')).toBe(en);
    expect(formatDate(date, zone, 'cy')).toBe(cy);
  });
  it('takes the date of the zone from an instant', () => {
    expect(formatDate(Date.parse('2026-07-01T23:30Z'), zone, 'en')).toBe('Thursday 2 July');
  });
  it('can have the year, and stand in a sentence', () => {
    expect(formatLongDate('2026-11-24', zone, 'en')).toBe('Tuesday 24 November 2026');
    expect(formatOnDate('2026-11-24', zone, 'en')).toBe('on Tuesday 24 November');
    expect(formatOnDate('2026-11-24', zone, 'cy')).toBe('ddydd Mawrth 24 Tachwedd');
  });
  it('knows the days', () => {
    expect([1, 7].map((day) => formatWeekday(day, 'en'))).toEqual(['Monday', 'Sunday']);
    expect([1, 7].map((day) => formatWeekday(day, 'cy'))).toEqual(['dydd Llun', 'dydd Sul']);
  });
});

describe('times', () => {
  test.each([
    ['14:30', '2:30pm', '2:30yp'],
    ['09:00', '9am', '9yb'],
    ['12:00', 'midday', 'hanner dydd'],
    ['00:00', 'midnight', 'hanner nos'],
    ['12:30', '12:30pm', '12:30yp'],
    ['00:05', '12:05am', '12:05yb'],
    ['11:59', '11:59am', '11:59yb'],
    ['13:00', '1pm', '1yp'],
    ['23:05', '11:05pm', '11:05yp'],
  ])('%s', (time, en, cy) => {
    expect(formatTime(time, zone, 'en')).toBe(en);
    expect(formatTime(time, zone, 'cy')).toBe(cy);
  });
  it('is that of the zone', () => {
    expect(formatTime(Date.parse('2026-07-01T13:30Z'), zone, 'en')).toBe('2:30pm');
    expect(formatTime(Date.parse('2026-11-24T14:30Z'), zone, 'en')).toBe('2:30pm');
  });
  it('is different for every minute of the day', () => {
    const all = Array.from({ length: 1440 }, (_, i) =>
      formatTime(new Date(i * 60_000).toISOString().slice(11, 16), zone, 'cy'),
    );
    expect(new Set(all).size).toBe(1440);
  });
});

describe('relativeDay', () => {
  test.each([
    ['2026-11-24', 'today', 'heddiw'],
    ['2026-11-25', 'tomorrow', 'yfory'],
    ['2026-11-26', null, null],
    ['2026-11-23', null, null],
  ])('%s, seen from the 24th', (date, en, cy) => {
    expect(relativeDay(date, '2026-11-24', 'en')).toBe(en);
    expect(relativeDay(date, '2026-11-24', 'cy')).toBe(cy);
  });
  it('looks over the end of a month', () => expect(relativeDay('2026-12-01', '2026-11-30', 'en')).toBe('tomorrow'));
});

describe('plural', () => {
  const dogs: PluralForms = {
    zero: '# cŵn',
    one: '# ci',
    two: '# gi',
    few: '# chi',
    many: '# chi (chwech)',
    other: '# o gŵn',
  };
  test.each([
    [0, '0 cŵn'],
    [1, '1 ci'],
    [2, '2 gi'],
    [3, '3 chi'],
    [4, '4 o gŵn'],
    [6, '6 chi (chwech)'],
    [7, '7 o gŵn'],
    [100, '100 o gŵn'],
  ])('Welsh has six: %i', (n, expected) => expect(plural('cy', n, dogs)).toBe(expected));
  it('English has two, and what is missing falls back', () => {
    expect(plural('en', 1, { one: '# meeting', other: '# meetings' })).toBe('1 meeting');
    expect(plural('en', 0, { one: '# meeting', other: '# meetings' })).toBe('0 meetings');
    expect(plural('en', 0, { zero: 'No meetings', one: '# meeting', other: '# meetings' })).toBe('No meetings');
    expect(plural('cy', 2, { other: '# cyfarfod' })).toBe('2 cyfarfod');
  });
  test.each([
    ['en', 0, 'No dogs'],
    ['en', 1, '1 dog'],
    ['en', 2, '2 dogs'],
    ['cy', 0, 'No dogs'],
    ['cy', 1, '1 dog'],
    ['cy', 2, '2 dogs'],
  ] as const)('words for none are said of 0 in every language: %s, %i', (language, n, expected) =>
    expect(plural(language, n, { zero: 'No dogs', one: '# dog', other: '# dogs' })).toBe(expected),
  );
  it('always says the number', () => {
    fc.assert(
      fc.property(fc.nat(1_000), (n) => {
        expect(plural('cy', n, dogs)).toContain(`${n} `);
      }),
    );
  });
});
