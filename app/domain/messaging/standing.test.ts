import { describe, expect, it } from 'vitest';
import { anAttempt, NOW, outlook } from '../../../tests/support/telling-attempts';
import { HOUR } from '../clock';
import { standingOf } from './standing';
import type { TellingAttempt } from './trouble';

const standing = (attempts: TellingAttempt[], { hasCall = false, knowsSince = null as number | null } = {}) =>
  standingOf(attempts, { ...outlook({ knowsSince }), hasCall });

describe('how a reminder stands', () => {
  const lost = anAttempt({ status: 'undelivered', at: NOW - HOUR });
  const again = anAttempt({ status: 'planned', attempt: 2, notBefore: NOW + HOUR });
  it.each([
    ['waits for its time', [anAttempt({ notBefore: NOW + HOUR })], 'on_the_way'],
    ['in a worker’s hands', [anAttempt({ status: 'claimed' })], 'on_the_way'],
    ['with the provider', [anAttempt({ status: 'sent' })], 'on_the_way'],
    ['delivered', [anAttempt({ status: 'delivered' })], 'arrived'],
    ['delivered by another way', [lost, anAttempt({ status: 'delivered', attempt: 2 })], 'arrived'],
    ['not delivered', [lost], 'in_trouble'],
    ['not delivered, to be tried again', [lost, again], 'in_trouble'],
    ['a call to be made', [lost, anAttempt({ status: 'accepted', channel: 'call_list', attempt: 2 })], 'to_call'],
    ['replaced', [anAttempt({ status: 'superseded' })], null],
    ['the call on the day, which may not be needed', [anAttempt({ rule: 'same_day', notBefore: NOW + HOUR })], null],
  ] as const)('%s', (_, attempts, expected) => {
    expect(standing([...attempts])).toBe(expected);
  });
  it('a call that is asked for takes its place, and a word since settles it', () => {
    expect(standing([lost], { hasCall: true })).toBe('to_call');
    expect(standing([lost], { hasCall: true, knowsSince: NOW })).toBe('arrived');
  });
});
