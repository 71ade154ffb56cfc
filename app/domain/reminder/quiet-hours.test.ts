import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DEFAULT_POLICY } from './policy';
import { HOUR } from '../clock';
import { allowedForPerson, allowedFrom, isQuiet, openMinutes } from './quiet-hours';

const LONDON = 'Europe/London';
const utc = (text: string) => Date.parse(text);
const from = (text: string, policy: Parameters<typeof allowedFrom>[1] = DEFAULT_POLICY) =>
  new Date(allowedFrom(utc(text), policy, LONDON)).toISOString().slice(0, 16);

describe('allowedFrom', () => {
  test.each([
    ['the day is open', '2026-11-24T14:30Z', '2026-11-24T14:30'],
    ['quiet begins at 20:00', '2026-11-24T20:00Z', '2026-11-25T08:00'],
    ['the minute before is open', '2026-11-24T19:59Z', '2026-11-24T19:59'],
    ['quiet ends at 08:00', '2026-11-24T08:00Z', '2026-11-24T08:00'],
    ['the minute before is quiet', '2026-11-24T07:59Z', '2026-11-24T08:00'],
    ['so are its last seconds', '2026-11-24T07:59:59Z', '2026-11-24T08:00'],
    ['midnight belongs to the morning', '2026-11-24T00:00Z', '2026-11-24T08:00'],
    ['in summer 08:00 is 07:00 UTC', '2026-07-01T19:30Z', '2026-07-02T07:00'],
    ['the night the clocks go forward is an hour short', '2026-03-28T21:00Z', '2026-03-29T07:00'],
    ['the night the clocks go back is an hour long', '2026-10-24T20:00Z', '2026-10-25T08:00'],
  ])('%s', (_, instant, expected) => expect(from(instant)).toBe(expected));

  it('keeps quiet hours that lie within a day', () => {
    const midday = { quietHours: { from: '12:00', to: '13:00' } };
    expect(from('2026-11-24T12:00Z', midday)).toBe('2026-11-24T13:00');
    expect(from('2026-11-24T12:30Z', midday)).toBe('2026-11-24T13:00');
    expect(from('2026-11-24T13:00Z', midday)).toBe('2026-11-24T13:00');
    expect(from('2026-11-24T03:00Z', midday)).toBe('2026-11-24T03:00');
  });
  it('never goes back, to the second', () => {
    for (const instant of ['2026-11-24T08:00:30Z', '2026-11-24T19:59:59Z'].map(utc)) {
      expect(allowedFrom(instant, DEFAULT_POLICY, LONDON)).toBe(instant);
    }
    const noon = utc('2026-11-24T13:00:30Z');
    expect(allowedFrom(noon, { quietHours: { from: '12:00', to: '13:00' } }, LONDON)).toBe(noon);
  });
  it('has none when they begin and end at the same time', () => {
    expect(from('2026-11-24T00:00Z', { quietHours: { from: '00:00', to: '00:00' } })).toBe('2026-11-24T00:00');
  });
});

test('isQuiet says the same', () => {
  expect(isQuiet(utc('2026-11-24T20:00Z'), DEFAULT_POLICY, LONDON)).toBe(true);
  expect(isQuiet(utc('2026-11-24T08:00Z'), DEFAULT_POLICY, LONDON)).toBe(false);
});

describe('allowedForPerson', () => {
  const person = (quietFrom: string | null, quietTo: string | null) => ({ quietFrom, quietTo });
  const own = (text: string, who: ReturnType<typeof person>) => {
    const at = allowedForPerson(utc(text), DEFAULT_POLICY, who, LONDON);
    return at === Infinity ? 'never' : new Date(at).toISOString().slice(0, 16);
  };
  test.each([
    ['who asked for nothing is left alone when the office says', null, null, '2026-11-24T21:00Z', '2026-11-25T08:00'],
    ['a late riser hears at eleven', '07:00', '11:00', '2026-11-24T10:00Z', '2026-11-24T11:00'],
    ['and not before because the office’s night is over', '07:00', '11:00', '2026-11-24T07:30Z', '2026-11-24T11:00'],
    [
      'whose own time runs into the night hears in the morning',
      '18:00',
      '21:00',
      '2026-11-24T18:30Z',
      '2026-11-25T08:00',
    ],
    ['outside both, at once', '07:00', '11:00', '2026-11-24T12:00Z', '2026-11-24T12:00'],
    ['equal times are no quiet time', '09:00', '09:00', '2026-11-24T12:00Z', '2026-11-24T12:00'],
    ['together they may leave nothing', '08:00', '20:00', '2026-11-24T12:00Z', 'never'],
    ['by the clock, the day that clocks go forward', '07:00', '11:00', '2026-03-29T08:00Z', '2026-03-29T10:00'],
  ])('%s', (_, from, to, instant, expected) => expect(own(instant, person(from, to))).toBe(expected));

  const time = fc
    .integer({ min: 0, max: 95 })
    .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
  const span = fc.record({ from: time, to: time });
  const instant = fc.integer({ min: utc('2026-01-01T00:00Z'), max: utc('2027-12-31T00:00Z') });

  it('never goes back, is quiet for nobody, and is the first such moment', () => {
    fc.assert(
      fc.property(span, span, instant, (office, mine, now) => {
        const at = allowedForPerson(now, { quietHours: office }, person(mine.from, mine.to), LONDON);
        if (at === Infinity) {
          expect(openMinutes([office, mine])).toBe(0);
          return;
        }
        expect(at).toBeGreaterThanOrEqual(now);
        for (const quietHours of [office, mine]) expect(isQuiet(at, { quietHours }, LONDON)).toBe(false);
        for (let before = now; before < at; before += HOUR / 2) {
          expect([office, mine].some((quietHours) => isQuiet(before, { quietHours }, LONDON))).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('openMinutes counts what is left of a day', () => {
  expect(openMinutes([{ from: '20:00', to: '08:00' }])).toBe(12 * 60);
  expect(openMinutes([{ from: '20:00', to: '08:00' }, { from: '07:00', to: '11:00' }])).toBe(9 * 60); // prettier-ignore
  expect(openMinutes([{ from: '00:00', to: '00:00' }])).toBe(24 * 60);
  expect(openMinutes([{ from: '20:00', to: '08:00' }, { from: '08:00', to: '20:00' }])).toBe(0); // prettier-ignore
});
