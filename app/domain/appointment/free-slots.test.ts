import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../clock';
import { instantOf, wallClockOf, weekdayOf } from '../time/wall-clock';
import { freeSlots, type FreeSlotsQuestion } from './free-slots';

const zone = 'Europe/London';
const utc = (text: string) => Date.parse(text);
const shown = (starts: number[]) => starts.map((at) => new Date(at).toISOString().slice(5, 16));
const ask = (question: Partial<FreeSlotsQuestion>) =>
  freeSlots({ availability: [], busy: [], zone, from: 0, to: 0, durationMinutes: 30, ...question });

/** Tuesday 24 November 2026. */
const tuesday = { from: utc('2026-11-24T00:00Z'), to: utc('2026-11-25T00:00Z') };
const morning = { weekday: 2, fromTime: '09:00', toTime: '11:00' };

describe('freeSlots', () => {
  test('an empty diary is free all through', () => {
    expect(shown(ask({ ...tuesday, availability: [morning] }))).toEqual([
      '11-24T09:00',
      '11-24T09:30',
      '11-24T10:00',
      '11-24T10:30',
    ]);
  });
  test('what is in the diary is not free, and meetings may touch', () => {
    const busy = [{ startsAt: utc('2026-11-24T09:30Z'), endsAt: utc('2026-11-24T10:00Z') }];
    expect(shown(ask({ ...tuesday, availability: [morning], busy }))).toEqual([
      '11-24T09:00',
      '11-24T10:00',
      '11-24T10:30',
    ]);
  });
  test('a meeting that straddles two slots takes both', () => {
    const busy = [{ startsAt: utc('2026-11-24T09:15Z'), endsAt: utc('2026-11-24T09:45Z') }];
    expect(shown(ask({ ...tuesday, availability: [morning], busy }))).toEqual(['11-24T10:00', '11-24T10:30']);
  });
  test('a long one must fit before the end', () => {
    expect(shown(ask({ ...tuesday, availability: [morning], durationMinutes: 45 }))).toEqual([
      '11-24T09:00',
      '11-24T09:45',
    ]);
  });
  test('a smaller step offers more', () => {
    expect(ask({ ...tuesday, availability: [morning], stepMinutes: 15 })).toHaveLength(7);
  });
  test('nothing before `from`, nothing at or after `to`', () => {
    const span = { from: utc('2026-11-24T09:10Z'), to: utc('2026-11-24T10:30Z') };
    expect(shown(ask({ ...span, availability: [morning] }))).toEqual(['11-24T09:30', '11-24T10:00']);
  });
  test('stretches that overlap offer a time once', () => {
    const twice = [morning, { ...morning, fromTime: '10:00', toTime: '11:30' }];
    expect(ask({ ...tuesday, availability: twice })).toHaveLength(5);
  });
  test('other weekdays, empty and inside-out stretches offer nothing', () => {
    const none = [
      { ...morning, weekday: 3 },
      { ...morning, toTime: '09:00' },
      { ...morning, toTime: '08:00' },
    ];
    expect(ask({ ...tuesday, availability: none })).toEqual([]);
    expect(ask({ from: tuesday.to, to: tuesday.from, availability: [morning] })).toEqual([]);
  });
  test('two weeks have two Tuesdays', () => {
    expect(ask({ ...tuesday, to: tuesday.from + 14 * DAY, availability: [morning] })).toHaveLength(8);
  });
  test.each([
    [0, undefined],
    [-30, undefined],
    [Number.NaN, undefined],
    [0, 15],
    [30, 0],
    [30, -15],
  ])('a length of %d minutes every %d is a mistake', (durationMinutes, stepMinutes) => {
    expect(() => ask({ ...tuesday, durationMinutes, stepMinutes })).toThrow(RangeError);
  });
  test('a minute is long enough', () => {
    expect(ask({ ...tuesday, availability: [morning], durationMinutes: 1, stepMinutes: 1 })).toHaveLength(120);
  });
  test('a morning is the same by the wall clock before and after a clock change', () => {
    const sundayToMonday = { from: utc('2026-10-23T00:00Z'), to: utc('2026-10-27T00:00Z') };
    const days = [1, 5].map((weekday) => ({ ...morning, weekday }));
    expect(shown(ask({ ...sundayToMonday, availability: days, durationMinutes: 120 }))).toEqual([
      '10-23T08:00',
      '10-26T09:00',
    ]);
  });
  test.each([
    ['skipped', '2026-03-29', 1],
    ['there twice', '2026-10-25', 3],
  ])('where an hour of the night is %s, a stretch of two hours is so long', (_, date, hours) => {
    const night = { weekday: 7, fromTime: '00:30', toTime: '02:30' };
    const from = utc(`${date}T00:00Z`) - HOUR;
    const starts = ask({ from, to: from + DAY, availability: [night] });
    expect(starts).toHaveLength(hours * 2);
  });
  test('a stretch that ends in the skipped hour ends when the clocks jump', () => {
    const night = { weekday: 7, fromTime: '00:00', toTime: '01:30' };
    const span = { from: utc('2026-03-29T00:00Z'), to: utc('2026-03-30T00:00Z') };
    expect(shown(ask({ ...span, availability: [night] }))).toEqual(['03-29T00:00', '03-29T00:30']);
  });

  const hhmm = (minutes: number) =>
    `${`${Math.floor(minutes / 60)}`.padStart(2, '0')}:${`${minutes % 60}`.padStart(2, '0')}`;
  const stretch = fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 95 }))
    .map(([weekday, a, b]) => ({ weekday, fromTime: hhmm(a * 15), toTime: hhmm(b * 15) }));
  const start = fc.constantFrom('2026-03-26T00:00Z', '2026-10-22T00:00Z', '2026-06-01T00:00Z').map(utc);
  const question = fc
    .record({
      start,
      availability: fc.array(stretch, { maxLength: 6 }),
      busy: fc.array(fc.tuple(fc.integer({ min: 0, max: 6 * 24 * 4 }), fc.integer({ min: 1, max: 12 })), {
        maxLength: 8,
      }),
      days: fc.integer({ min: 1, max: 6 }),
      durationMinutes: fc.constantFrom(15, 20, 30, 40, 60),
      stepMinutes: fc.option(fc.constantFrom(5, 15, 30), { nil: undefined }),
    })
    .map(({ start: from, days, busy, ...rest }) => ({
      ...rest,
      zone,
      from,
      to: from + days * DAY,
      busy: busy.map(([at, length]) => ({
        startsAt: from + at * 15 * MINUTE,
        endsAt: from + (at + length) * 15 * MINUTE,
      })),
    }));

  it('never overlaps what is in the diary, never leaves the span, gives each time once and in order', () => {
    fc.assert(
      fc.property(question, (q) => {
        const starts = freeSlots(q);
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
        for (const at of starts) {
          const end = at + q.durationMinutes * MINUTE;
          expect(at).toBeGreaterThanOrEqual(q.from);
          expect(at).toBeLessThan(q.to);
          expect(q.busy.filter((b) => b.startsAt < end && at < b.endsAt)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
  const isTwice = (at: number) => {
    const { date, time } = wallClockOf(at, zone);
    return instantOf(`${date}T${time}`, zone).kind === 'twice';
  };

  test('a stretch that begins in the hour that comes twice goes on through both', () => {
    const night = { weekday: 7, fromTime: '01:15', toTime: '02:00' };
    const span = { from: utc('2026-10-25T00:00Z'), to: utc('2026-10-26T00:00Z') };
    expect(ask({ ...span, availability: [night], durationMinutes: 15 }).map((at) => at - span.from)).toEqual(
      [15, 30, 45, 60, 75, 90, 105].map((minutes) => minutes * MINUTE),
    );
  });
  it('is inside the availability by the wall clock, both clock changes included', () => {
    fc.assert(
      fc.property(question, (q) => {
        for (const at of freeSlots(q)) {
          const [begins, last] = [wallClockOf(at, zone), wallClockOf(at + (q.durationMinutes - 1) * MINUTE, zone)];
          const within = q.availability.filter(
            ({ weekday, fromTime, toTime }) =>
              weekday === weekdayOf(begins.date) &&
              // The hour that the clocks go back over shows every time in it twice, and belongs to the stretch both times.
              (isTwice(at) || fromTime <= begins.time) &&
              (isTwice(at + (q.durationMinutes - 1) * MINUTE) || last.time < toTime),
          );
          expect(within).not.toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
