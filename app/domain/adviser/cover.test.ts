import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantAt, wallClockOf } from '../time/wall-clock';
import { coverAhead, coverClash, coverInForce, coversMeet, coverState, type Cover, type CoverOf } from './cover';

const cover = (fromOn: string, untilOn: string, endedAt: number | null = null): Cover => ({ fromOn, untilOn, endedAt });

describe('what a cover is on a day', () => {
  it.each([
    ['the day before', '2026-11-29', 'coming'],
    ['its first day', '2026-11-30', 'in_force'],
    ['a day in between', '2026-12-02', 'in_force'],
    ['its last day', '2026-12-04', 'in_force'],
    ['the day after', '2026-12-05', 'over'],
  ] as const)('%s', (_name, today, state) => {
    expect(coverState(cover('2026-11-30', '2026-12-04'), today)).toBe(state);
  });
  it('is ended whatever the day, once somebody ended it', () => {
    for (const today of ['2026-11-29', '2026-11-30', '2026-12-05']) {
      expect(coverState(cover('2026-11-30', '2026-12-04', 1), today)).toBe('ended');
    }
  });
  it('changes at midnight by the clock of the office, not at midnight in UTC', () => {
    const one = cover('2026-07-06', '2026-07-10');
    const on = (instant: number) => coverState(one, wallClockOf(instant, 'Europe/London').date);
    const starts = instantAt('2026-07-06', '00:00', 'Europe/London');
    expect(new Date(starts).toISOString()).toBe('2026-07-05T23:00:00.000Z');
    expect([on(starts - 1), on(starts)]).toEqual(['coming', 'in_force']);
    const ends = instantAt('2026-07-11', '00:00', 'Europe/London');
    expect([on(ends - 1), on(ends)]).toEqual(['in_force', 'over']);
  });
});

describe('the cover in force, and the next one', () => {
  const covers = [
    cover('2026-11-30', '2026-12-04'),
    cover('2026-12-10', '2026-12-11'),
    cover('2026-12-07', '2026-12-08', 5),
  ];
  it.each([
    ['2026-11-29', null, '2026-11-30'],
    ['2026-12-04', '2026-11-30', '2026-12-10'],
    ['2026-12-07', null, '2026-12-10'],
    ['2026-12-12', null, null],
  ])('on %s', (today, now, next) => {
    expect(coverInForce(covers, today)?.fromOn ?? null).toBe(now);
    expect(coverAhead(covers, today, '2026-12-31')?.fromOn ?? null).toBe(next);
  });
  it('is not announced too long before', () => {
    expect(coverAhead(covers, '2026-11-20', '2026-11-29')).toBeNull();
  });
});

describe('what stands against a cover', () => {
  const others: CoverOf[] = [
    { id: '1', adviserId: 'sioned', standInId: 'rhys', ...cover('2026-11-30', '2026-12-04') },
    { id: '2', adviserId: 'helen', standInId: 'imran', ...cover('2026-11-30', '2026-12-04', 7) },
  ];
  const wish = (adviserId: string, standInId: string, from = '2026-12-04', until = '2026-12-08') =>
    coverClash({ adviserId, standInId, ...cover(from, until) }, others)?.clash ?? null;
  it.each([
    ['another cover of the same adviser', wish('sioned', 'helen'), 'overlaps'],
    ['a stand-in who is away', wish('helen', 'sioned'), 'stand_in_away'],
    ['somebody who stands in', wish('rhys', 'helen'), 'stands_in'],
    ['one stand-in for two', wish('helen', 'rhys'), null],
    ['the day after', wish('sioned', 'helen', '2026-12-05'), null],
    ['one that was ended', wish('helen', 'rhys', '2026-12-01', '2026-12-02'), null],
  ])('%s', (_name, found, clash) => expect(found).toBe(clash));
});

describe('for any covers', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-11-01', n));
  const anyCover = fc
    .tuple(day, fc.integer({ min: 0, max: 20 }), fc.option(fc.integer({ min: 1, max: 9 })))
    .map(([from, length, endedAt]) => cover(from, addDays(from, length), endedAt));

  it('two meet exactly when there is a day on which both are in force', () => {
    fc.assert(
      fc.property(anyCover, anyCover, (a, b) => {
        const days = Array.from({ length: 90 }, (_, n) => addDays('2026-11-01', n));
        const both = days.some((on) => coverState(a, on) === 'in_force' && coverState(b, on) === 'in_force');
        expect(coversMeet(a, b)).toBe(both);
        expect(coversMeet(b, a)).toBe(both);
      }),
    );
  });
  it('there is at most one in force when none that meet are let in, and none after the last day of all', () => {
    fc.assert(
      fc.property(fc.array(anyCover, { maxLength: 8 }), day, (wishes, today) => {
        const kept = wishes.reduce<Cover[]>(
          (in_, one) => (in_.some((o) => coversMeet(o, one)) ? in_ : [...in_, one]),
          [],
        );
        expect(kept.filter((one) => coverState(one, today) === 'in_force').length).toBeLessThanOrEqual(1);
        expect(coverInForce(kept, '2027-03-01')).toBeNull();
      }),
    );
  });
});
