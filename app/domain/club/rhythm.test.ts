import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../clock';
import { addDays, weekdayOf } from '../time/wall-clock';
import { meetsOn, nextSession, nextSessions, type ClubTimes } from './next-session';
import { CLUB_RHYTHMS } from './rhythm';

const ZONE = 'Europe/London';
/** Thursday 26 November 2026, noon. */
const NOW = Date.parse('2026-11-26T12:00Z');
const thursdays = { weekday: 4, fromTime: '14:00', toTime: '16:00' };
const datesOf = (club: Partial<ClubTimes>, count = 4) =>
  nextSessions({ ...thursdays, ...club }, count, NOW, ZONE).map(({ date }) => date);

describe('a club meets', () => {
  it.each([
    ['every week', {}, ['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17']],
    ['every two weeks, counted from a day before', { rhythm: 'fortnightly', anchorOn: '2026-11-19' }, ['2026-12-03', '2026-12-17', '2026-12-31', '2027-01-14']],
    ['every two weeks, counted from a day to come', { rhythm: 'fortnightly', anchorOn: '2026-12-10' }, ['2026-11-26', '2026-12-10', '2026-12-24', '2027-01-07']],
    ['on the first Thursday of a month', { rhythm: 'monthly', weekOfMonth: 1 }, ['2026-12-03', '2027-01-07', '2027-02-04', '2027-03-04']],
    ['on the fourth', { rhythm: 'monthly', weekOfMonth: 4 }, ['2026-11-26', '2026-12-24', '2027-01-28', '2027-02-25']],
    ['on the last', { rhythm: 'monthly', weekOfMonth: 5 }, ['2026-11-26', '2026-12-31', '2027-01-28', '2027-02-25']],
    ['in term time, not in the holidays', { rhythm: 'term_time', closures: [{ fromOn: '2026-12-19', untilOn: '2027-01-04' }] }, ['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17']],
    ['not on the days on which it is closed', { closures: [{ fromOn: '2026-12-03', untilOn: '2026-12-10' }] }, ['2026-11-26', '2026-12-17', '2026-12-24', '2026-12-31']],
  ] as [string, Partial<ClubTimes>, string[]][])('%s', (_, club, expected) => expect(datesOf(club)).toEqual(expected)); // prettier-ignore

  it('no more when it is closed for more than a year', () => {
    const closures = [{ fromOn: '2026-01-01', untilOn: '2028-01-01' }];
    expect(nextSession({ ...thursdays, closures }, NOW, ZONE)).toBeNull();
  });

  it('only on its weekday, never when closed, in order and not over, whatever its rhythm', () => {
    const date = fc.nat(800).map((days) => addDays('2026-01-01', days));
    const club = fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      fromTime: fc.constant('10:00'),
      toTime: fc.constant('12:00'),
      rhythm: fc.constantFrom(...CLUB_RHYTHMS),
      anchorOn: fc.option(date),
      weekOfMonth: fc.integer({ min: 1, max: 5 }),
      closures: fc.array(
        fc.tuple(date, fc.nat(30)).map(([fromOn, days]) => ({ fromOn, untilOn: addDays(fromOn, days) })),
      ),
    });
    fc.assert(
      fc.property(club, fc.nat(600), (one, days) => {
        const now = NOW + days * DAY;
        const sessions = nextSessions(one, 5, now, ZONE);
        for (const [n, session] of sessions.entries()) {
          expect(weekdayOf(session.date)).toBe(one.weekday);
          expect(meetsOn(one, session.date)).toBe(true);
          expect(one.closures.some(({ fromOn, untilOn }) => fromOn <= session.date && session.date <= untilOn)).toBe(
            false,
          );
          expect(session.endsAt).toBeGreaterThan(n === 0 ? now : sessions[n - 1]!.endsAt);
        }
      }),
    );
  });
});
