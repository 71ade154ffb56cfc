import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../clock';
import { readMinutes, readMoment } from './booking-wish';
import { clashes } from './clashes';
import { kindAfter, usualKind, type BookableKind } from './first-meeting';
import { placesLeft } from './group-places';
import { isWithinHours, offeredTimes } from './offered-times';
import { proposedDates } from './series-dates';

const ZONE = 'Europe/London';
const FROM = Date.parse('2026-11-24T00:00:00Z');
const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromTime: '09:00', toTime: '17:00' }));
const at = (time: string) => Date.parse(`2026-11-24T${time}:00Z`);

describe('times that staff are offered', () => {
  it('stand one after the other from the beginning of each gap', () => {
    const busy = [{ startsAt: at('09:40'), endsAt: at('16:10') }];
    const wish = { zone: ZONE, from: FROM, to: FROM + DAY, minutes: 20, bufferMinutes: 5 };
    expect(offeredTimes({ availability: week, busy }, wish)).toEqual([at('09:00'), at('16:10'), at('16:35')]);
  });

  it('never overlap each other or what is booked, and lie within the hours', () => {
    const stretch = fc.tuple(fc.integer({ min: 0, max: 96 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(
        fc.array(stretch, { maxLength: 8 }),
        fc.integer({ min: 5, max: 90 }),
        fc.integer({ min: 0, max: 15 }),
        (booked, minutes, bufferMinutes) => {
          const busy = booked.map(([quarter, length]) => {
            const startsAt = FROM + quarter * 15 * MINUTE;
            return { startsAt, endsAt: startsAt + length * 15 * MINUTE };
          });
          const diary = { availability: week, busy };
          const offered = offeredTimes(diary, { zone: ZONE, from: FROM, to: FROM + 2 * DAY, minutes, bufferMinutes });
          const times = offered.map((startsAt) => ({
            startsAt,
            endsAt: startsAt + (minutes + bufferMinutes) * MINUTE,
          }));
          times.forEach((time, n) => {
            expect(isWithinHours(diary, time, ZONE)).toBe(true);
            expect([...busy, ...times.slice(n + 1)].some((other) => clashes(time, other, 0))).toBe(false);
          });
        },
      ),
    );
  });
});

const kind = (ref: string, more: Partial<BookableKind> = {}): BookableKind => ({
  ...{ ref, name: ref, minutes: 30, bufferMinutes: 0, followedBy: '', capacity: 1, ...more },
});
const first = kind('new', { followedBy: 'talk' });
const kinds = [kind('group', { capacity: 8 }), first, kind('talk'), kind('review')];

describe('the kind that a booking begins with', () => {
  it.each([
    [{ isNew: true, lastKind: null }, 'new'],
    [{ isNew: false, lastKind: 'talk' }, 'talk'],
    [{ isNew: false, lastKind: 'new' }, 'review'],
    [{ isNew: false, lastKind: 'no longer there' }, 'review'],
  ])('%o: %s', (customer, ref) => expect(usualKind(kinds, customer)?.ref).toBe(ref));
  it('is followed by another only where the office has that', () => {
    expect(kindAfter(kinds, first)?.ref).toBe('talk');
    expect(kindAfter([first], first)).toBeNull();
    expect(usualKind([kinds[0]!], { isNew: true, lastKind: null })).toBeNull();
  });
});

describe('dates, times and places', () => {
  it('a series proposes its dates and no fixed interval', () => {
    const rhythm = { firstOn: '2026-12-18', every: 10, unit: 'days' as const, count: 3 };
    expect(proposedDates(rhythm)).toEqual(['2026-12-18', '2026-12-28', '2027-01-07']);
    expect(proposedDates({ ...rhythm, every: 2, unit: 'weeks' })).toEqual(['2026-12-18', '2027-01-01', '2027-01-15']);
    for (const wrong of [{ every: 0 }, { every: 1.5 }, { every: 183 }, { count: 0 }, { count: 27 }, { every: NaN }])
      expect(() => proposedDates({ ...rhythm, ...wrong })).toThrow(RangeError);
  });
  it.each([
    ['2026-11-24', '14:30', { ok: true, at: at('14:30') }],
    ['2026-02-30', '14:30', { ok: false, fault: 'date' }],
    ['2026-03-29', '01:30', { ok: false, fault: 'time' }],
    ['2026-11-24', '25:00', { ok: false, fault: 'time' }],
  ])('%s %s', (date, time, read) => expect(readMoment(date, time, ZONE)).toEqual(read));
  it.each([
    ['4', null],
    ['5', 5],
    ['240', 240],
    ['241', null],
    ['-5', null],
    ['', null],
  ])('%s minutes', (text, minutes) => expect(readMinutes(text)).toBe(minutes));
  it('a place is taken until somebody is taken off', () => {
    const places = [{ status: 'booked' }, { status: 'attended' }, { status: 'cancelled_by_office' }] as const;
    expect(placesLeft(3, places)).toBe(1);
    expect(placesLeft(1, places)).toBe(0);
  });
});
