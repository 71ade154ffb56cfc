import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../clock';
import { clashes } from './clashes';
import { gapsOfDay } from './day-gaps';

const DATE = '2026-11-24';
const at = (time: string) => Date.parse(`${DATE}T${time}:00Z`);
const time = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const hours = [
  { weekday: 2, fromTime: '09:00', toTime: '12:00' },
  { weekday: 2, fromTime: '13:00', toTime: '17:00' },
];
const shown = (busy: ReturnType<typeof time>[], now = at('08:00')) =>
  gapsOfDay({ availability: hours, busy }, DATE, 'Europe/London', now).map(({ startsAt, endsAt }) =>
    [startsAt, endsAt].map((one) => new Date(one).toISOString().slice(11, 16)).join('-'),
  );

describe('the free time of a day', () => {
  it.each<[string, ReturnType<typeof time>[], string, string[]]>([
    ['all of it, when nothing is booked', [], '08:00', ['09:00-12:00', '13:00-17:00']],
    [
      'before, between and after',
      [time('09:30', '10:00'), time('14:00', '17:00')],
      '08:00',
      ['09:00-09:30', '10:00-12:00', '13:00-14:00'],
    ],
    ['not what is past', [time('09:30', '10:00')], '10:40', ['10:40-12:00', '13:00-17:00']],
    ['not a moment that nobody can use', [time('09:15', '12:00'), time('13:00', '17:00')], '08:00', []],
    [
      'where one covers another',
      [time('09:00', '11:00'), time('09:30', '10:00'), time('13:00', '17:00')],
      '08:00',
      ['11:00-12:00'],
    ],
    ['none after the last hour', [], '17:00', []],
  ])('is %s', (_, busy, now, expected) => expect(shown(busy, at(now))).toEqual(expected));

  it('never clashes with what is booked, and with it fills the hours', () => {
    const booked = fc.array(
      fc.tuple(fc.nat(600), fc.integer({ min: 5, max: 120 })).map(([from, length]) => {
        const startsAt = at('08:00') + from * MINUTE;
        return { startsAt, endsAt: startsAt + length * MINUTE };
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(booked, fc.integer({ min: 480, max: 1020 }), (busy, minute) => {
        const gaps = gapsOfDay({ availability: hours, busy }, DATE, 'Europe/London', at('00:00'));
        expect(gaps.some((gap) => busy.some((one) => clashes(gap, one, 0)))).toBe(false);
        const moment = { startsAt: at('00:00') + minute * MINUTE, endsAt: at('00:00') + (minute + 20) * MINUTE };
        const inHours = [time('09:00', '12:00'), time('13:00', '17:00')].some(
          (open) => open.startsAt <= moment.startsAt && moment.endsAt <= open.endsAt,
        );
        const free = inHours && !busy.some((one) => clashes(moment, one, 0));
        expect(gaps.some((gap) => gap.startsAt <= moment.startsAt && moment.endsAt <= gap.endsAt)).toBe(free);
      }),
    );
  });
});
