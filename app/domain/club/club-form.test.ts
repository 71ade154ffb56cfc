import { describe, expect, it } from 'vitest';
import { needsCheck, readClub, type ClubValues } from './club-form';

const GOOD: ClubValues = {
  ...{ name: ' Clwb  Gwaith ', place: 'The hall', address: '1 Lane', postcode: 'll57 2zz', weekday: '4' },
  ...{ fromTime: '10am', toTime: '12.30', rhythm: 'weekly', helpsWith: 'CVs', stepFree: 'yes' },
};
const read = (change: ClubValues = {}) => readClub({ ...GOOD, ...change }, (text) => (/^0\d{10}$/.test(text) ? `+44${text.slice(1)}` : null)); // prettier-ignore

describe('what an organiser writes of a club', () => {
  it('is read however it was typed', () => {
    expect(read({ phone: '01632960800' })).toEqual({
      ok: true,
      club: {
        ...{ name: 'Clwb Gwaith', place: 'The hall', address: '1 Lane', postcode: 'LL57 2ZZ', weekday: 4 },
        ...{ fromTime: '10:00', toTime: '12:30', rhythm: 'weekly', anchorOn: null, weekOfMonth: null },
        ...{ askFor: '', phone: '+441632960800', helpsWith: 'CVs', computers: false, creche: false, stepFree: true },
      },
    });
  });
  it.each([
    ['no name', { name: ' ' }, { name: 'missing' }],
    ['a name that is too long', { name: 'x'.repeat(101) }, { name: 'too_long' }],
    ['no postcode', { postcode: 'Bangor' }, { postcode: 'postcode' }],
    ['no day', { weekday: '8' }, { weekday: 'weekday' }],
    ['a time that could be two', { fromTime: '10' }, { fromTime: 'time' }],
    ['an end before the start', { toTime: '9:00' }, { toTime: 'ends_before' }],
    ['two weeks, from no day', { rhythm: 'fortnightly' }, { anchorOn: 'anchor' }],
    ['two weeks, from another weekday', { rhythm: 'fortnightly', anchorOn: '2026-11-27' }, { anchorOn: 'anchor_weekday' }],
    ['a month, no week of it', { rhythm: 'monthly', weekOfMonth: '' }, { weekOfMonth: 'week' }],
    ['a number that is none', { phone: '12' }, { phone: 'phone' }],
  ] as [string, ClubValues, object][])('%s', (_, change, problems) => expect(read(change)).toEqual({ ok: false, problems })); // prettier-ignore
  it('has a day to count from only where that is of use', () => {
    expect(read({ rhythm: 'fortnightly', anchorOn: '2026-11-26' })).toMatchObject({ club: { anchorOn: '2026-11-26' } });
    expect(read({ anchorOn: '2026-11-26', weekOfMonth: '2' })).toMatchObject({
      club: { anchorOn: null, weekOfMonth: null },
    });
  });
});

it.each([
  [null, true],
  ['2026-11-26', false],
  ['2026-08-26', false],
  ['2026-08-25', true],
])('a club checked on %s needs a look on 26 November: %s', (on, expected) =>
  expect(needsCheck(on, '2026-11-26')).toBe(expected),
);
