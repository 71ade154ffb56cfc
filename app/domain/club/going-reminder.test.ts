import { describe, expect, it } from 'vitest';
import { goingReminder } from './going-reminder';

const zone = 'Europe/London';
const at = (instant: number) => new Date(instant).toISOString().slice(0, 16);
const reminded = (date: string, startsAt: string, now: string) => {
  const found = goingReminder({ date, startsAt: Date.parse(startsAt) }, Date.parse(now), zone);
  return found && [at(found.from), at(found.sendBy)];
};

describe('the reminder of a work club', () => {
  it.each([
    ['said days before: the day before at 10', '2026-11-23T09:00Z', ['2026-11-25T10:00', '2026-11-26T09:30']],
    ['said the day before, early: that day at 10', '2026-11-25T09:59Z', ['2026-11-25T10:00', '2026-11-26T09:30']],
    ['said the day before, later: two hours before it', '2026-11-25T10:01Z', ['2026-11-26T08:00', '2026-11-26T09:30']],
    ['said that morning: two hours before it', '2026-11-26T07:00Z', ['2026-11-26T08:00', '2026-11-26T09:30']],
    ['said less than two hours before: none', '2026-11-26T08:01Z', null],
    ['said while it is on: none', '2026-11-26T10:30Z', null],
  ])('%s', (_, now, expected) => expect(reminded('2026-11-26', '2026-11-26T10:00Z', now)).toEqual(expected));

  it('keeps to the clock on the wall when the clocks go back in between', () => {
    // 25 October 2026: the day before it is still summer time.
    expect(reminded('2026-10-25', '2026-10-25T10:00Z', '2026-10-20T09:00Z')?.[0]).toBe('2026-10-24T09:00');
    expect(reminded('2026-10-26', '2026-10-26T10:00Z', '2026-10-20T09:00Z')?.[0]).toBe('2026-10-25T10:00');
  });
});
