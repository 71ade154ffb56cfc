import { describe, expect, it } from 'vitest';
import { toldSoFar, type OwnAttempt } from './told-so-far';

let at = 0;
const attempt = (more: Partial<OwnAttempt>): OwnAttempt => ({
  ...{ id: `m${(at += 1)}`, reminderId: 'r1', rule: 'booked', purpose: 'reminder', version: 1, attempt: 1 },
  ...{ channel: 'sms', status: 'delivered', reason: 'mobile_works', at },
  ...more,
});
const told = (...attempts: OwnAttempt[]) => toldSoFar(attempts, { version: 2 });
const states = (...attempts: OwnAttempt[]) => told(...attempts).map(({ state }) => state);

describe('what a customer is told of a message', () => {
  it.each([
    ['sms', 'claimed', null, 'on_its_way'],
    ['sms', 'accepted', null, 'on_its_way'],
    ['sms', 'sent', null, 'on_its_way'],
    ['sms', 'unknown', null, 'not_known'],
    ['sms', 'delivered', null, 'arrived'],
    ['sms', 'undelivered', 'undelivered:30003', 'not_arrived'],
    ['sms', 'failed', 'person:21211', 'not_arrived'],
    ['email', 'failed', 'not_known', 'not_known'],
    ['sms', 'failed', 'us:20003', 'not_sent'],
    ['sms', 'failed', 'person:opted_out', 'not_sent'],
    ['voice', 'undelivered', 'not_reached:no_answer', 'not_taken'],
    ['sms', 'expired', 'out_of_time', 'too_late'],
    ['letter', 'accepted', null, 'being_posted'],
    ['letter', 'sent', null, 'posted'],
  ] as const)('%s %s %s: %s', (channel, status, reason, state) => {
    expect(states(attempt({ channel, status, reason }))).toEqual([state]);
  });

  it.each(['planned', 'superseded', 'cancelled', 'suppressed'] as const)('nothing of one that is %s', (status) => {
    expect(told(attempt({ status, reason: 'safety' }))).toEqual([]);
  });

  it('nothing of an entry on the call list, nor of one without a channel', () => {
    expect(told(attempt({ channel: 'call_list', status: 'accepted', reason: 'safety' }))).toEqual([]);
    expect(told(attempt({ channel: null, status: 'expired' }))).toEqual([]);
  });

  it('an answer to their text, also before it goes', () => {
    const answer = attempt({ purpose: 'reply', rule: null, reminderId: null, version: null, status: 'planned' });
    expect(told(answer)).toMatchObject([{ about: 'answer', state: 'on_its_way', isOld: false }]);
  });

  it('what was done next', () => {
    const failed = attempt({ status: 'undelivered', reason: 'undelivered:30003' });
    const next = (more: Partial<OwnAttempt>) => told(failed, attempt({ attempt: 2, ...more })).at(-1)?.next;
    expect(next({ channel: 'email', reason: 'next_after_failure' })).toBe('other_way');
    expect(next({ channel: 'sms' })).toBe('same_way');
    expect(next({ channel: 'call_list', status: 'accepted', reason: 'all_failed' })).toBe('phone');
    expect(next({ channel: 'call_list', status: 'accepted', reason: 'safety' })).toBeNull();
    expect(next({ reminderId: 'another', channel: 'email' })).toBeNull();
    expect(next({ channel: null, status: 'planned' })).toBeNull();
  });

  it('nothing of tries that were ours alone, once another went', () => {
    const ours = attempt({ status: 'failed', reason: 'later:503' });
    expect(states(ours)).toEqual(['not_sent']);
    expect(states(ours, attempt({ attempt: 2 }))).toEqual(['arrived']);
  });

  it('that it is about a time that is not so any more, and which one took its place', () => {
    const old = attempt({ version: 1 });
    const correction = attempt({ version: 2, reminderId: 'r2', rule: 'changed' });
    expect(told(old, correction)).toMatchObject([
      { id: correction.id, isOld: false, replaces: true },
      { id: old.id, isOld: true, replaces: false },
    ]);
    expect(told({ ...old, status: 'superseded' }, correction)).toMatchObject([{ replaces: false }]);
    // A letter that was not posted yet has been read by nobody.
    expect(told({ ...old, channel: 'letter', status: 'accepted' }, correction)[0]).toMatchObject({ replaces: false });
  });

  it('why it went this way, where that is theirs to know', () => {
    const why = (reason: string) => told(attempt({ reason }))[0]?.why;
    expect(why('preference')).toBe('preference');
    expect(why('next_after_failure')).toBe('other_way_failed');
    for (const staffs of ['safety', 'shared_number', 'mobile_works', 'only_landline']) expect(why(staffs)).toBeNull();
  });
});
