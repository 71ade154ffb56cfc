import { describe, expect, it } from 'vitest';
import { reachSoFar, type AttemptSoFar } from './reach-so-far';

let minute = 0;
const attempt = (changes: Partial<AttemptSoFar>): AttemptSoFar => ({
  rule: 'one_day_before',
  channel: 'sms',
  status: 'delivered',
  reason: null,
  notBefore: 0,
  at: (minute += 1),
  ...changes,
});

describe('what became of the messages', () => {
  it('is nothing when there are none', () => {
    expect(reachSoFar([])).toEqual({ latest: null, next: null, nothingArrived: false });
  });

  it('tells the newest attempt and the next one', () => {
    const first = attempt({});
    const second = attempt({ status: 'sent' });
    const later = attempt({ status: 'planned', channel: null, notBefore: 200 });
    const soon = attempt({ status: 'planned', channel: null, notBefore: 100 });
    expect(reachSoFar([later, second, soon, first])).toEqual({ latest: second, next: soon, nothingArrived: false });
  });

  it('foresees the call on the day only as long as nothing has got through and nobody has answered', () => {
    const call = attempt({ status: 'planned', channel: null, rule: 'same_day', notBefore: 100 });
    expect(reachSoFar([call, attempt({ status: 'undelivered' })]).next).toBe(call);
    expect(reachSoFar([call, attempt({ status: 'sent' })]).next).toBe(call);
    expect(reachSoFar([call, attempt({})]).next).toBeNull();
    expect(reachSoFar([call, attempt({ status: 'sent' })], 'confirmed').next).toBeNull();
  });

  it('foresees other messages until the customer has said that they cannot come', () => {
    const later = attempt({ status: 'planned', channel: null, notBefore: 100 });
    expect(reachSoFar([later, attempt({})], 'confirmed').next).toBe(later);
    expect(reachSoFar([later, attempt({})], 'cannot_come').next).toBeNull();
  });

  it.each(['undelivered', 'failed', 'expired'] as const)('says that nothing arrived after "%s"', (status) => {
    expect(reachSoFar([attempt({ status })]).nothingArrived).toBe(true);
  });

  it('says so for somebody who cannot be written to at all, who is on the call list', () => {
    expect(reachSoFar([attempt({ status: 'suppressed', reason: 'opted_out' })]).nothingArrived).toBe(true);
    expect(reachSoFar([attempt({ status: 'sent', channel: 'call_list' })]).nothingArrived).toBe(true);
  });

  it('is content once something arrived, before or after', () => {
    const failed = attempt({ status: 'undelivered' });
    expect(reachSoFar([failed, attempt({ channel: 'email' })]).nothingArrived).toBe(false);
    expect(reachSoFar([attempt({}), attempt({ status: 'failed' })]).nothingArrived).toBe(false);
  });

  it('waits while something is on its way', () => {
    expect(reachSoFar([attempt({ status: 'undelivered' }), attempt({ status: 'sent' })]).nothingArrived).toBe(false);
  });

  it('leaves out what was not needed', () => {
    const quiet = [
      attempt({ status: 'superseded' }),
      attempt({ status: 'cancelled' }),
      attempt({ status: 'suppressed', reason: 'confirmed', channel: null }),
    ];
    expect(reachSoFar(quiet)).toEqual({ latest: null, next: null, nothingArrived: false });
  });
});
