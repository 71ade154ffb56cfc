import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DAY, HOUR } from '../clock';
import { addDays, dayBounds, daysBetween, instantAt, instantOf, wallClockOf, weekdayOf } from './wall-clock';

const LONDON = 'Europe/London';
const utc = (text: string) => Date.parse(text);
/** Every minute from 2025 to 2030. */
const anInstant = fc.integer({ min: utc('2025-01-01T00:00Z') / 60_000, max: utc('2030-01-01T00:00Z') / 60_000 });

describe('instantOf', () => {
  test.each([
    ['in winter', '2026-11-24T14:30', { kind: 'one', instant: utc('2026-11-24T14:30Z') }],
    ['in summer', '2026-07-01T14:30', { kind: 'one', instant: utc('2026-07-01T13:30Z') }],
    ['with seconds', '2026-11-24T14:30:15', { kind: 'one', instant: utc('2026-11-24T14:30:15Z') }],
    ['just before the clocks go forward', '2026-03-29T00:59', { kind: 'one', instant: utc('2026-03-29T00:59Z') }],
    ['when the clocks go forward', '2026-03-29T01:00', { kind: 'none' }],
    ['in the hour that is skipped', '2026-03-29T01:30', { kind: 'none' }],
    ['just after the clocks went forward', '2026-03-29T02:00', { kind: 'one', instant: utc('2026-03-29T01:00Z') }],
    ['just before the clocks go back', '2026-10-25T00:59', { kind: 'one', instant: utc('2026-10-24T23:59Z') }],
    ['in the hour that comes twice', '2026-10-25T01:30', { kind: 'twice', instant: utc('2026-10-25T00:30Z') }],
    ['just after the second one', '2026-10-25T02:00', { kind: 'one', instant: utc('2026-10-25T02:00Z') }],
    ['at midnight', '2026-11-24T00:00', { kind: 'one', instant: utc('2026-11-24T00:00Z') }],
    ['on a leap day', '2028-02-29T09:00', { kind: 'one', instant: utc('2028-02-29T09:00Z') }],
  ])('%s, %s', (_, wall, expected) => expect(instantOf(wall, LONDON)).toEqual(expected));

  test.each(['', 'tomorrow', '2026-02-30T10:00', '2026-11-24', '2026-11-24T14:30Z', '2026-11-24T24:00', '14:30'])(
    'refuses %j',
    (wall) => expect(() => instantOf(wall, LONDON)).toThrow(RangeError),
  );
  it('refuses a zone that does not exist', () => {
    expect(() => instantOf('2026-11-24T14:30', 'Europe/Llareggub')).toThrow(RangeError);
  });
  it('gives back what a clock shows, the first time that it shows it', () => {
    fc.assert(
      fc.property(anInstant, (minute) => {
        const shown = wallClockOf(minute * 60_000, LONDON);
        const found = instantOf(`${shown.date}T${shown.time}`, LONDON);
        expect(found.kind).not.toBe('none');
        if (found.kind === 'none') return;
        const late = minute * 60_000 - found.instant;
        expect(late).toBe(found.kind === 'twice' && late !== 0 ? HOUR : 0);
      }),
    );
  });
});

describe('instantAt', () => {
  it('takes the jump of the clocks for a time that it skips, and the first of two', () => {
    expect(instantAt('2026-03-29', '01:30', LONDON)).toBe(utc('2026-03-29T01:00Z'));
    expect(instantAt('2026-10-25', '01:30', LONDON)).toBe(utc('2026-10-25T00:30Z'));
    expect(instantAt('2026-11-24', '14:30', LONDON)).toBe(utc('2026-11-24T14:30Z'));
  });
});

describe('dates', () => {
  it('shows date and time in the zone, seconds cut off', () => {
    expect(wallClockOf(utc('2026-07-01T23:30:59Z'), LONDON)).toEqual({ date: '2026-07-02', time: '00:30' });
  });
  it('counts days across months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-11-24', '2026-11-20')).toBe(-4);
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
  });
  it('knows Mondays from Sundays', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-29')).toBe(7);
  });
  it.each([
    ['2026-11-24', 24],
    ['2026-03-29', 23],
    ['2026-10-25', 25],
  ])('bounds %s, a day of %i hours', (date, hours) => {
    const { from, to } = dayBounds(date, LONDON);
    expect(to - from).toBe(hours * HOUR);
    expect(wallClockOf(from, LONDON)).toEqual({ date, time: '00:00' });
    expect(wallClockOf(to - 1, LONDON).date).toBe(date);
  });
  it('puts every instant into the day that bounds it', () => {
    fc.assert(
      fc.property(anInstant, (minute) => {
        const { from, to } = dayBounds(wallClockOf(minute * 60_000, LONDON).date, LONDON);
        expect(from).toBeLessThanOrEqual(minute * 60_000);
        expect(to).toBeGreaterThan(minute * 60_000);
        expect(to - from).toBeLessThanOrEqual(DAY + HOUR);
      }),
    );
  });
});
