import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../clock';
import { isOpen } from '../time/opening-hours';
import type { WorkingTime } from '../time/working-time';
import { callDays, DAY_PARTS, wishedTimes } from './call-wish';

const hours: WorkingTime = {
  zone: 'Europe/London',
  opensAt: '09:00',
  closesAt: '17:00',
  holidays: new Set(['2026-12-25', '2026-12-28']),
};
const utc = (text: string) => Date.parse(`${text}Z`);
const shown = (at: number) => new Date(at).toISOString().slice(0, 16);
const MONDAY = utc('2026-11-23T10:20');

describe('a good time for a call', () => {
  it.each([
    ['tomorrow at any time', '2026-11-24', 'any', '2026-11-24T09:00 to 2026-11-24T17:00'],
    ['tomorrow morning', '2026-11-24', 'morning', '2026-11-24T09:00 to 2026-11-24T12:00'],
    ['tomorrow afternoon', '2026-11-24', 'afternoon', '2026-11-24T12:00 to 2026-11-24T17:00'],
    ['today, from now on', '2026-11-23', 'any', '2026-11-23T10:20 to 2026-11-23T17:00'],
    ['this morning', '2026-11-23', 'morning', '2026-11-23T10:20 to 2026-11-23T12:00'],
    ['on a Saturday', '2026-11-28', 'any', 'none'],
    ['on a bank holiday', '2026-12-25', 'any', 'none'],
    ['yesterday', '2026-11-20', 'any', 'none'],
  ] as const)('%s', (_, date, part, expected) => {
    const times = wishedTimes({ date, part }, MONDAY, hours);
    expect(times ? `${shown(times.from)} to ${shown(times.dueAt)}` : 'none').toBe(expected);
  });

  it('is over half an hour before its end', () => {
    const morning = { date: '2026-11-23', part: 'morning' } as const;
    expect(wishedTimes(morning, utc('2026-11-23T11:30'), hours)).not.toBeNull();
    expect(wishedTimes(morning, utc('2026-11-23T11:31'), hours)).toBeNull();
  });

  it('can be chosen on the next five working days', () => {
    expect(callDays(MONDAY, hours)).toEqual(['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']);
    expect(callDays(utc('2026-12-24T16:45'), hours)).toEqual(['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01', '2027-01-04']); // prettier-ignore
  });

  it('is always ahead, while the office is open, and on a day that is offered', () => {
    const now = fc.integer({ min: MONDAY, max: MONDAY + 365 * DAY });
    fc.assert(
      fc.property(now, fc.constantFrom(...DAY_PARTS), (at, part) => {
        const days = callDays(at, hours);
        expect(days).toHaveLength(5);
        for (const date of days) {
          const times = wishedTimes({ date, part }, at, hours);
          if (part === 'any') expect(times).not.toBeNull();
          if (!times) continue;
          expect(times.from).toBeGreaterThanOrEqual(at);
          expect(times.dueAt).toBeGreaterThan(times.from);
          expect(isOpen(times.dueAt - 1, hours, hours.holidays)).toBe(true);
        }
      }),
    );
  });
});
