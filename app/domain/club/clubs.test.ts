import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DAY } from '../clock';
import { wallClockOf, weekdayOf } from '../time/wall-clock';
import { milesBetween } from './distance';
import { nearestClub } from './nearest-club';
import { nextSession, nextSessions } from './next-session';

/** Every club here meets within a week. */
const someSession = (...about: Parameters<typeof nextSession>) => nextSession(...about)!;

const bangor = { latitude: 53.2274, longitude: -4.1293 };
const caernarfon = { latitude: 53.1396, longitude: -4.2739 };
const london = { latitude: 51.5074, longitude: -0.1278 };

describe('milesBetween', () => {
  it('is about right on known ground', () => {
    expect(milesBetween(bangor, caernarfon)).toBeCloseTo(8.5, 0);
    expect(milesBetween(bangor, london)).toBeGreaterThan(200);
    expect(milesBetween(bangor, london)).toBeLessThan(212);
    // A degree of a great circle.
    expect(milesBetween({ latitude: 0, longitude: 0 }, { latitude: 1, longitude: 0 })).toBeCloseTo(69.09, 1);
  });
  it('is half way round the world to the other side, whatever the rounding', () => {
    // Here the formula comes to a little more than 1.
    const place = { latitude: -2.42, longitude: -12.17 };
    expect(milesBetween(place, { latitude: -place.latitude, longitude: place.longitude + 180 })).toBeCloseTo(
      12_436.9,
      0,
    );
  });
  it('is nothing to the same place, and the same there and back', () => {
    const place = fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(milesBetween(a, a)).toBe(0);
        expect(milesBetween(a, b)).toBeCloseTo(milesBetween(b, a), 9);
        expect(milesBetween(a, b)).toBeLessThan(12_450);
      }),
    );
  });
});

describe('nearestClub', () => {
  it('is the nearest', () => {
    expect(nearestClub([london, caernarfon], bangor)).toMatchObject({ club: caernarfon });
    expect(nearestClub([london, caernarfon], bangor)?.miles).toBeCloseTo(8.5, 0);
  });
  it('is the first of two that are equally near', () => {
    const [first, second] = [
      { ...caernarfon, name: 'first' },
      { ...caernarfon, name: 'second' },
    ];
    expect(nearestClub([first, second], bangor)?.club.name).toBe('first');
  });
  it('is none where there are none', () => expect(nearestClub([], bangor)).toBeNull());
});

describe('nextSession', () => {
  const thursdays = { weekday: 4, fromTime: '10:00', toTime: '12:00' };
  const next = (now: string) =>
    new Date(someSession(thursdays, Date.parse(now), 'Europe/London').startsAt).toISOString().slice(0, 16);
  test.each([
    ['on Tuesday it is on Thursday', '2026-11-24T09:00Z', '2026-11-26T10:00'],
    ['on Thursday morning it is today', '2026-11-26T09:00Z', '2026-11-26T10:00'],
    ['while it is on, it is that one', '2026-11-26T11:59Z', '2026-11-26T10:00'],
    ['when it is over, it is next week', '2026-11-26T12:00Z', '2026-12-03T10:00'],
    ['the week after the clocks go back it is at 10:00 still', '2026-10-22T12:00Z', '2026-10-29T10:00'],
    ['and before that it is in summer time', '2026-10-20T12:00Z', '2026-10-22T09:00'],
  ])('%s', (_, now, expected) => expect(next(now)).toBe(expected));
  it('is always the right day, not over, and within a week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 365 * 24 * 60 }), (weekday, minute) => {
        const now = Date.parse('2026-01-01T00:00Z') + minute * 60_000;
        const session = someSession({ ...thursdays, weekday }, now, 'Europe/London');
        expect(weekdayOf(wallClockOf(session.startsAt, 'Europe/London').date)).toBe(weekday);
        expect(session.endsAt).toBeGreaterThan(now);
        expect(session.startsAt - now).toBeLessThanOrEqual(7 * DAY + 60 * 60_000);
      }),
    );
  });
});

describe('nextSessions', () => {
  const thursdays = { weekday: 4, fromTime: '10:00', toTime: '12:00' };
  const starts = (now: string) =>
    nextSessions(thursdays, 4, Date.parse(now), 'Europe/London').map(({ startsAt }) =>
      new Date(startsAt).toISOString().slice(0, 16),
    );
  test.each([
    [
      'a week apart',
      '2026-11-24T09:00Z',
      ['2026-11-26T10:00', '2026-12-03T10:00', '2026-12-10T10:00', '2026-12-17T10:00'],
    ],
    [
      'at the same time by the clock when the clocks go back',
      '2026-10-20T09:00Z',
      ['2026-10-22T09:00', '2026-10-29T10:00', '2026-11-05T10:00', '2026-11-12T10:00'],
    ],
    [
      'and when they go forward',
      '2027-03-24T09:00Z',
      ['2027-03-25T10:00', '2027-04-01T09:00', '2027-04-08T09:00', '2027-04-15T09:00'],
    ],
    [
      'beginning with the one that is on',
      '2026-11-26T11:00Z',
      ['2026-11-26T10:00', '2026-12-03T10:00', '2026-12-10T10:00', '2026-12-17T10:00'],
    ],
  ])('are %s', (_, now, expected) => expect(starts(now)).toEqual(expected));
});
