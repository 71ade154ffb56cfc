import { describe, expect, it } from 'vitest';
import { reachOfFault, signOf, type Answered } from './provider-sign';

const us = (code: string): Answered => ({ kind: 'rejected', cause: 'us', code });
const later = (code: string, retryAfterMs: number | null = null): Answered => ({
  kind: 'try_later',
  code,
  retryAfterMs,
});

describe('what an answer says of the provider', () => {
  it.each<[string, string, Answered, ReturnType<typeof signOf>]>([
    ['a message taken', 'twilio', { kind: 'accepted' }, { kind: 'works' }],
    ['a bad number', 'twilio', { kind: 'rejected', cause: 'person', code: '21211' }, { kind: 'works' }],
    ['a country not permitted', 'twilio', us('21408'), { kind: 'works' }],
    ['no route to one number', 'twilio', us('21612'), { kind: 'works' }],
    ['words that were filtered', 'twilio', us('30007'), { kind: 'works' }],
    ['a wrong token', 'twilio', us('20003'), { kind: 'fault', code: '20003' }],
    ['a sender that cannot text', 'twilio', us('21606'), { kind: 'fault', code: '21606' }],
    ['a sender that is not valid', 'twilio', us('21212'), { kind: 'fault', code: '21212' }],
    ['a service without senders', 'twilio', us('21703'), { kind: 'fault', code: '21703' }],
    ['a suspended account', 'twilio', us('30002'), { kind: 'fault', code: '30002' }],
    ['a refusal nobody has heard of', 'twilio', us('29999'), { kind: 'refuses', code: '29999' }],
    ['maintenance', 'twilio', later('20503'), { kind: 'fails', retryAfterMs: null }],
    ['too many requests', 'twilio', later('20429', 17_000), { kind: 'fails', retryAfterMs: 17_000 }],
    ['a refused connection', 'twilio', later('ECONNREFUSED'), { kind: 'fails', retryAfterMs: null }],
    ['a phone that is off', 'twilio', later('30003'), { kind: 'works' }],
    ['silence', 'twilio', { kind: 'unknown' }, { kind: 'fails', retryAfterMs: null }],
    ['nothing, because nothing was handed over', 'twilio', { kind: 'withdrawn' }, { kind: 'nothing' }],
    ['a wrong key', 'notify', us('AuthError'), { kind: 'fault', code: 'AuthError' }],
    ['a template that nobody made', 'notify', us('no_template'), { kind: 'fault', code: 'no_template' }],
    ['a template that went away', 'notify', us('BadRequestError'), { kind: 'refuses', code: 'BadRequestError' }],
    ['a mailbox put off', 'smtp', later('450'), { kind: 'works' }],
    ['a mail server that is not available', 'smtp', later('421'), { kind: 'fails', retryAfterMs: null }],
    ['a wrong password', 'smtp', us('535'), { kind: 'fault', code: '535' }],
    ['a policy', 'smtp', us('550'), { kind: 'refuses', code: '550' }],
  ])('%s (%s)', (_what, provider, answer, sign) => {
    expect(signOf(provider, answer)).toEqual(sign);
  });

  it('does not take one provider’s codes for another’s', () => {
    expect(reachOfFault('notify', '20003')).toBe('unclear');
    expect(reachOfFault('twilio', '403')).toBe('unclear');
  });
});
