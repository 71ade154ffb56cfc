import { describe, expect, it } from 'vitest';
import { nextSession } from '~/domain/club/next-session';
import { wallClockOf } from '~/domain/time/wall-clock';
import { milesInWords, sessionInWords } from './club-session';

const zone = 'Europe/London';
const thursdays = { weekday: 4, fromTime: '10:00', toTime: '12:00' };
function said(at: string, language: 'en' | 'cy' = 'en') {
  const now = Date.parse(at);
  const seen = { now, zone, today: wallClockOf(now, zone).date };
  return sessionInWords(thursdays, nextSession(thursdays, now, zone)!, seen, language);
}

describe('a session in words', () => {
  it.each([
    ['2026-11-24T09:00Z', 'Thursday 10am to midday, next on 26 November'],
    ['2026-11-25T09:00Z', 'Thursday 10am to midday, tomorrow'],
    ['2026-11-26T09:00Z', 'Thursday 10am to midday, today'],
    ['2026-11-26T10:00Z', 'Thursday 10am to midday, on now'],
    ['2026-11-26T12:00Z', 'Thursday 10am to midday, next on 3 December'],
    // Half an hour past midnight by the clock, in summer time: it is Thursday already.
    ['2026-07-01T23:30Z', 'Thursday 10am to midday, today'],
  ])('at %s is "%s"', (at, words) => expect(said(at)).toBe(words));
  it('is said in Welsh too', () => {
    expect(said('2026-11-25T09:00Z', 'cy')).toBe('dydd Iau 10yb i hanner dydd, yfory');
    expect(said('2026-11-26T12:00Z', 'cy')).toBe('dydd Iau 10yb i hanner dydd, nesaf ar 3 Rhagfyr');
  });
});

describe('miles in words', () => {
  it.each([
    [0, '0.1 miles away'],
    [0.84, '0.8 miles away'],
    [0.96, '1 mile away'],
    [1.02, '1 mile away'],
    [2, '2 miles away'],
    [9.94, '9.9 miles away'],
    [9.96, '10 miles away'],
    [41.3, '41 miles away'],
  ])('%f is "%s"', (miles, words) => expect(milesInWords(miles, 'en')).toBe(words));
});
