import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../clock';
import { whyNotFree, type Diary } from './why-not-free';

/** A Monday, 9:00 in London. */
const now = Date.parse('2026-11-23T09:00:00Z');
const diary = {
  availability: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromTime: '09:00', toTime: '17:00' })),
  busy: [{ startsAt: now + 2 * HOUR, endsAt: now + 3 * HOUR }],
};

it.each([
  ['a free time', 4 * HOUR, false, null],
  ['the very end of the day', 7.5 * HOUR, false, null],
  ['this moment', 0, false, 'past'],
  ['yesterday, for staff too', -DAY, true, 'past'],
  ['half of somebody else’s time', 2.5 * HOUR, false, 'taken'],
  ['somebody else’s time, for staff too', 1.75 * HOUR, true, 'taken'],
  ['right before somebody else', 1.5 * HOUR, false, null],
  ['right after somebody else', 3 * HOUR, false, null],
  ['between two of the times that are offered', 4.25 * HOUR, false, 'not_free'],
  ['such a time for staff', 4.25 * HOUR, true, null],
  ['after hours', 8 * HOUR, false, 'not_free'],
  ['fourteen days ahead, from a page of yesterday', 15 * DAY, false, null],
  ['three weeks ahead', 21 * DAY, false, 'not_free'],
  ['three weeks ahead for staff', 21 * DAY, true, null],
] as const)('%s', (_, after, override, expected) => {
  const time = { startsAt: now + after, endsAt: now + after + 30 * MINUTE };
  expect(whyNotFree(time, diary, { zone: 'Europe/London', override }, now)).toBe(expected);
});

describe('what is kept free after it, and its room', () => {
  const zone = 'Europe/London';
  const at = (hours: number) => ({ startsAt: now + hours * HOUR, endsAt: now + hours * HOUR + 30 * MINUTE });
  const ask = (hours: number, bufferMinutes: number, more: Partial<Diary> = {}) =>
    whyNotFree(at(hours), { ...diary, ...more }, { zone, override: true, bufferMinutes }, now);

  it('must not be anybody else’s time, as far as the office does not let it overlap', () => {
    expect(ask(1.5, 0)).toBeNull();
    expect(ask(1.5, 10)).toBe('taken');
    expect(ask(1.5, 10, { overlapMinutes: 10 })).toBeNull();
    expect(ask(1.5, 15, { overlapMinutes: 10 })).toBe('taken');
  });
  it('may reach beyond the hours', () => expect(ask(7.5, 15)).toBeNull());
  it('is asked for after the adviser, and never shared', () => {
    const roomBusy = [at(4)];
    expect(ask(4, 0, { roomBusy })).toBe('room_taken');
    expect(ask(4.25, 0, { roomBusy, overlapMinutes: 15 })).toBe('room_taken');
    expect(ask(4.5, 0, { roomBusy })).toBeNull();
    expect(ask(2, 0, { roomBusy: [at(2)] })).toBe('taken');
  });
});
