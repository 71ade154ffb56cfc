import { describe, expect, it } from 'vitest';
import { wallClockOf } from '../time/wall-clock';
import { openStretches, type DiaryException } from './open-stretches';

const ZONE = 'Europe/London';
/** A Tuesday. */
const DATE = '2026-11-24';
const WEEK = [
  { weekday: 2, fromTime: '09:00', toTime: '12:00' },
  { weekday: 2, fromTime: '13:00', toTime: '17:00' },
];
const on = (
  kind: DiaryException['kind'],
  fromTime: string | null = null,
  toTime: string | null = null,
): DiaryException => ({
  ...{ kind, fromOn: DATE, untilOn: DATE, fromTime, toTime, placeId: kind === 'outreach' ? 'hall' : null },
});
const shown = (exceptions: DiaryException[], holidays?: ReadonlySet<string>) =>
  openStretches({ availability: WEEK, exceptions, holidays }, DATE, ZONE).map(
    ({ startsAt, endsAt, placeId }) =>
      `${wallClockOf(startsAt, ZONE).time}-${wallClockOf(endsAt, ZONE).time}${placeId ? ` ${placeId}` : ''}`,
  );

describe('when an adviser sees people', () => {
  it.each([
    ['as every week', [], ['09:00-12:00', '13:00-17:00']],
    ['on leave all day', [on('leave')], []],
    ['away for an hour', [on('meeting', '10:00', '11:00')], ['09:00-10:00', '11:00-12:00', '13:00-17:00']],
    ['away over lunch and more', [on('training', '11:30', '14:00')], ['09:00-11:30', '14:00-17:00']],
    ['an evening more', [on('extra', '18:00', '20:00')], ['09:00-12:00', '13:00-17:00', '18:00-20:00']],
    ['outreach all day', [on('outreach')], ['09:00-12:00 hall', '13:00-17:00 hall']],
    [
      'outreach in the afternoon',
      [on('outreach', '14:00', '16:00')],
      ['09:00-12:00', '13:00-14:00', '14:00-16:00 hall', '16:00-17:00'],
    ],
    ['ill on an outreach day', [on('outreach'), on('sick')], []],
  ] as const)('%s', (_, exceptions, expected) => expect(shown([...exceptions])).toEqual(expected));

  it('not on a bank holiday, unless hours were added for it', () => {
    expect(shown([], new Set([DATE]))).toEqual([]);
    expect(shown([on('extra', '09:00', '12:00')], new Set([DATE]))).toEqual(['09:00-12:00']);
  });

  it('as every week on the days before and after an exception', () => {
    const leave = { ...on('leave'), fromOn: '2026-11-17', untilOn: '2026-11-23' };
    expect(shown([leave])).toEqual(['09:00-12:00', '13:00-17:00']);
  });
});
