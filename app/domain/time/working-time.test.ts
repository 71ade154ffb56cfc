import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen } from './opening-hours';
import { closingBefore, openFrom, type WorkingTime } from './working-time';

const hours: WorkingTime = {
  zone: 'Europe/London',
  opensAt: '09:00',
  closesAt: '17:00',
  holidays: new Set(['2026-12-25', '2026-12-28']),
};
const utc = (text: string) => Date.parse(`${text}Z`);
const shown = (at: number) => new Date(at).toISOString().slice(0, 16);

describe('working time', () => {
  it.each([
    ['while open, at once', '2026-11-23T11:20', '2026-11-23T11:20'],
    ['early, at opening', '2026-11-23T06:00', '2026-11-23T09:00'],
    ['at closing time, the next morning', '2026-11-23T17:00', '2026-11-24T09:00'],
    ['on Friday evening, on Monday', '2026-11-27T19:00', '2026-11-30T09:00'],
    ['on Christmas Eve, after Christmas', '2026-12-24T17:30', '2026-12-29T09:00'],
    ['across the clocks going forward', '2026-03-27T18:00', '2026-03-30T08:00'],
  ])('begins %s', (_, at, from) => expect(shown(openFrom(utc(at), hours))).toBe(from));

  it('ended last on the working day before', () => {
    expect(shown(closingBefore('2026-11-30', hours))).toBe('2026-11-27T17:00');
    expect(shown(closingBefore('2026-12-29', hours))).toBe('2026-12-24T17:00');
  });

  it('begins at or after any instant, and then the office is open', () => {
    const anInstant = fc.integer({ min: utc('2026-01-01T00:00') / 60_000, max: utc('2027-01-01T00:00') / 60_000 });
    fc.assert(
      fc.property(anInstant, (minute) => {
        const from = openFrom(minute * 60_000, hours);
        expect(from).toBeGreaterThanOrEqual(minute * 60_000);
        expect(isOpen(from, hours, hours.holidays)).toBe(true);
        expect(openFrom(from, hours)).toBe(from);
      }),
    );
  });
});
