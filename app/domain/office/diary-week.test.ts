import { describe, expect, it, test } from 'vitest';
import { HOUR, MINUTE } from '../clock';
import { chosenWeek, freeGaps, isWithin } from './diary-week';

const TODAY = '2026-11-24';
test.each([
  ['nothing', null, null, '2026-11-23', '2026-W48', false],
  ['a week', '2026-W50', null, '2026-12-07', '2026-W50', false],
  ['a date', null, '2026-12-31', '2026-12-28', '2026-W53', false],
  ['the days before the first week of a year', null, '2027-01-03', '2026-12-28', '2026-W53', false],
  ['a 53rd week that is none', '2027-W53', null, '2026-11-23', '2026-W48', true],
  ['no week', '2026-W00', null, '2026-11-23', '2026-W48', true],
  ['nonsense', 'x', null, '2026-11-23', '2026-W48', true],
  ['a date that does not exist', null, '2026-02-31', '2026-11-23', '2026-W48', true],
  ['the beginning of time', '0000-W01', null, '2026-11-23', '2026-W48', true],
])('%s is asked for', (_, week, date, monday, name, fault) => {
  expect(chosenWeek({ week, date }, TODAY)).toEqual({ monday, week: name, fault });
});

describe('free time', () => {
  const at = (hour: number, minute = 0) => hour * HOUR + minute * MINUTE;
  const open = [
    { startsAt: at(9), endsAt: at(12), placeId: null },
    { startsAt: at(13), endsAt: at(17), placeId: 'hall' },
  ];
  const gaps = (busy: [number, number][], now = 0) =>
    freeGaps(open, busy.map(([startsAt, endsAt]) => ({ startsAt, endsAt })), now); // prettier-ignore

  it('is what is left of the hours', () => {
    expect(gaps([])).toEqual(open);
    expect(gaps([[at(13), at(13, 30)], [at(10), at(10, 45)]])).toEqual([
      { startsAt: at(9), endsAt: at(10), placeId: null },
      { startsAt: at(10, 45), endsAt: at(12), placeId: null },
      { startsAt: at(13, 30), endsAt: at(17), placeId: 'hall' },
    ]); // prettier-ignore
  });
  it('is not what is over, nor what is too short to meet', () => {
    expect(gaps([[at(9, 10), at(12)]], at(9))).toEqual([open[1]]);
    expect(gaps([], at(16, 50))).toEqual([]);
    expect(gaps([], at(15))).toEqual([{ ...open[1], startsAt: at(15) }]);
  });
  it('knows overlapping meetings, and those that reach beyond the hours', () => {
    expect(gaps([[at(8), at(10)], [at(9, 50), at(10, 30)], [at(11), at(14)]])).toEqual([
      { startsAt: at(10, 30), endsAt: at(11), placeId: null },
      { startsAt: at(14), endsAt: at(17), placeId: 'hall' },
    ]); // prettier-ignore
  });
  it('holds a time that is wholly in one stretch', () => {
    expect(isWithin({ startsAt: at(11), endsAt: at(12) }, open)).toBe(true);
    expect(isWithin({ startsAt: at(11, 30), endsAt: at(13, 30) }, open)).toBe(false);
  });
});
