import { describe, expect, it, test } from 'vitest';
import { DEFAULT_POLICY } from './policy';
import { allowedFrom, isQuiet } from './quiet-hours';

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
