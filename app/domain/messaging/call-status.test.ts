import { describe, expect, it } from 'vitest';
import { stateOfCall, type CallMark } from './call-status';

describe('a call', () => {
  it.each<[string, CallMark[], string | null, string]>([
    ['queued', [], null, 'accepted'],
    ['initiated', [], null, 'accepted'],
    ['ringing', [], null, 'sent'],
    ['in-progress', ['heard'], null, 'sent'],
    ['completed', ['heard'], null, 'delivered'],
    ['completed', ['heard', 'opted_out'], null, 'delivered'],
    ['completed', [], null, 'undelivered not_reached:voicemail'],
    ['completed', ['wrong_number'], null, 'undelivered person:wrong_number'],
    ['completed', ['opted_out'], null, 'undelivered person:opted_out'],
    ['completed', ['changed_since'], null, 'undelivered undelivered:changed_since'],
    ['completed', ['not_asked'], null, 'undelivered undelivered:not_asked'],
    ['busy', [], null, 'undelivered not_reached:busy'],
    ['no-answer', [], null, 'undelivered not_reached:no_answer'],
    ['canceled', [], null, 'failed undelivered:canceled'],
    ['failed', [], null, 'failed undelivered:failed'],
    ['failed', [], '13224', 'failed person:13224'],
    ['failed', [], '13227', 'failed undelivered:13227'],
    ['failed', [], 'sip_404', 'failed person:sip_404'],
    ['failed', [], 'sip_503', 'failed undelivered:sip_503'],
    ['failed', ['heard'], null, 'delivered'],
  ])('%s with %j and %s is %s', (word, marks, code, expected) => {
    const state = stateOfCall(word, marks, code);
    const failure = state?.failure && `${state.failure.kind}:${state.failure.code}`;
    expect([state?.status, failure].filter(Boolean).join(' ')).toBe(expected);
  });
  it.each(['delivered', 'constructor', ''])('knows no %j', (word) => expect(stateOfCall(word, [], null)).toBeNull());
});
