import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../clock';
import { callAgainAt, exhaustedChannels, FAILURE_LIMITS, nextAttemptAt, type Attempt } from './failed-attempt';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const failed = (reason: string, channel: Attempt['channel'] = 'sms'): Attempt => ({
  channel,
  status: 'failed',
  reason,
});
const times = (n: number, reason: string) => Array.from({ length: n }, () => failed(reason));

describe('a channel', () => {
  it.each<[string, Attempt[], number, string[]]>([
    ['that nobody tried is open', [], HOUR, []],
    ['that works is open', [{ channel: 'sms', status: 'delivered', reason: 'mobile_works' }], HOUR, []],
    ['with a bad number is used up', [failed('person:21211')], HOUR, ['sms']],
    [
      'that did not deliver is used up',
      [{ channel: 'sms', status: 'undelivered', reason: 'undelivered:30003' }],
      HOUR,
      ['sms'],
    ],
    ['of which nobody knows is used up', [failed('not_known', 'email')], HOUR, ['email']],
    ['that was busy twice is open', times(2, 'later:20503'), HOUR, []],
    ['that was busy three times is used up', times(3, 'later:20503'), HOUR, ['sms']],
    ['that was busy once is used up when the time is near', times(1, 'later:20503'), 19 * MINUTE, ['sms']],
    ['with a fault of ours four times is open', times(4, 'us:29999'), HOUR, []],
    ['with a fault of ours five times is used up', times(5, 'us:29999'), HOUR, ['sms']],
    ['is not given up for a fault with our whole account', times(9, 'us:20003'), MINUTE, []],
    ['is not given up because its provider was down', times(9, 'down:20503'), MINUTE, []],
    ['is not given up because one provider refused the message', [failed('us:21408')], HOUR, []],
    ['to which nothing was handed over is open', times(5, 'not_handed_over'), MINUTE, []],
    ['that was refused is open here: the refusal is kept with the number', [failed('person:opted_out')], HOUR, []],
  ])('%s', (_name, attempts, left, expected) => {
    expect(exhaustedChannels(attempts, NOW, NOW + left)).toEqual(expected);
  });
});

describe('a call that nobody took', () => {
  const call = (minutesAgo: number, reason = 'not_reached:no_answer'): Attempt => ({
    ...{ channel: 'voice', status: 'undelivered', reason, claimedAt: NOW - minutesAgo * MINUTE },
  });
  it.each<[string, Attempt[], number, number | null]>([
    ['is made again after an hour', [call(1)], 5 * HOUR, 59 * MINUTE],
    ['was made often enough after the second', [call(70), call(1, 'not_reached:voicemail')], 5 * HOUR, null],
    ['is left to others when a second would come too near', [call(1)], 78 * MINUTE, null],
    ['is made again when there is just time', [call(1)], 79 * MINUTE, 59 * MINUTE],
  ])('%s', (_name, calls, left, expected) => {
    const at = callAgainAt(calls, NOW + left);
    expect(at === null ? null : at - NOW).toBe(expected);
    expect(exhaustedChannels(calls, NOW, NOW + left)).toEqual(expected === null ? ['voice'] : []);
  });
  it('is not made again when the night held it until the time is near', () =>
    expect(exhaustedChannels([call(600)], NOW, NOW + 19 * MINUTE)).toEqual(['voice']));
  it('is not made again to a wrong number', () =>
    expect(exhaustedChannels([call(1, 'person:wrong_number')], NOW, NOW + 5 * HOUR)).toEqual(['voice']));
});

describe('the next attempt', () => {
  const at = (kind: 'later' | 'us' | 'person', failures: number, random = 0, retryAfterMs: number | null = null) =>
    nextAttemptAt({ kind, failures, retryAfterMs }, NOW, random) - NOW;

  it('is at once on the next channel', () => expect(at('person', 1)).toBe(0));
  it('comes after a pause that doubles', () => expect([at('later', 1), at('later', 2)]).toEqual([MINUTE, 2 * MINUTE]));
  it('is at once after the last try on a channel', () => expect(at('later', 3)).toBe(0));
  it('waits longer for a fault of ours', () => expect([at('us', 1), at('us', 2)]).toEqual([5 * MINUTE, 10 * MINUTE]));
  it('obeys the provider', () => expect(at('later', 1, 0, HOUR)).toBe(HOUR));
  it('is never earlier than now, nor earlier than the provider asked, and spreads by a quarter at most', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('later' as const, 'us' as const),
        fc.integer({ min: 1, max: FAILURE_LIMITS.later - 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: HOUR }),
        (kind, failures, random, asked) => {
          const pause = at(kind, failures, random, asked);
          const base = at(kind, failures, 0);
          expect(pause).toBeGreaterThanOrEqual(asked);
          expect(pause).toBeGreaterThanOrEqual(base);
          expect(pause).toBeLessThanOrEqual(Math.max(asked, base * 1.25) + 1);
        },
      ),
    ));
});
