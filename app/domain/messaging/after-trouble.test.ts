import { describe, expect, it } from 'vitest';
import { anAttempt, NOW } from '../../../tests/support/telling-attempts';
import { DAY, HOUR, MINUTE } from '../clock';
import { afterTrouble } from './after-trouble';
import type { TellingAttempt, TroubleCause } from './trouble';

const next = (cause: TroubleCause, about: TellingAttempt, others: TellingAttempt[] = [], hasCall = false) =>
  afterTrouble({ cause, about }, [about, ...others], { hasCall, now: NOW });

describe('what happens next', () => {
  const lost = anAttempt({ status: 'undelivered' });
  const silent = anAttempt({ status: 'sent' });
  const tomorrow = anAttempt({ reminderId: 'b', status: 'planned', notBefore: NOW + DAY, sendBy: NOW + 2 * DAY });

  it('somebody phones, where somebody is asked to', () => {
    expect(next('not_delivered', lost, [tomorrow], true)).toEqual({ kind: 'call' });
  });
  it('the same reminder again, by its next way, before any other', () => {
    const again = anAttempt({ status: 'planned', attempt: 2, notBefore: NOW + 4 * HOUR });
    expect(next('not_delivered', lost, [tomorrow, again])).toEqual({
      kind: 'again',
      channel: null,
      at: NOW + 4 * HOUR,
    });
    const due = { ...again, channel: 'sms' as const, notBefore: NOW - MINUTE };
    expect(next('not_delivered', lost, [due])).toEqual({ kind: 'again', channel: 'sms', at: NOW });
  });
  it('what waits goes when it can, until another way has to be found', () => {
    const waits = anAttempt({ status: 'planned', sendBy: NOW + HOUR });
    expect(next('paused', waits)).toEqual({ kind: 'waits', until: NOW + 40 * MINUTE });
    expect(next('late', { ...waits, sendBy: NOW + 20 * MINUTE })).toEqual({ kind: 'nobody' });
  });
  it('what is unknown is asked about; what cannot be asked about is not', () => {
    expect(next('unknown', anAttempt({ status: 'unknown' }), [tomorrow])).toEqual({ kind: 'asking' });
    expect(next('unknown', anAttempt({ status: 'failed', reason: 'not_known:smtp' }))).toEqual({ kind: 'nobody' });
  });
  it('the call on the day, or the next reminder, whichever comes first', () => {
    const call = { ...tomorrow, rule: 'same_day' as const };
    expect(next('no_receipt', silent, [tomorrow])).toEqual({ kind: 'next_reminder', at: NOW + DAY });
    expect(next('no_receipt', silent, [tomorrow, { ...call, notBefore: NOW + HOUR }])).toEqual({ kind: 'call_if', at: NOW + HOUR }); // prettier-ignore
  });
  it('the provider is asked about what it took, if it will be', () => {
    expect(next('no_receipt', { ...silent, askAt: NOW + MINUTE })).toEqual({ kind: 'asking' });
    expect(next('no_receipt', silent)).toEqual({ kind: 'nobody' });
  });
  it('nothing, when nothing is left', () => {
    expect(next('expired', anAttempt({ status: 'expired' }))).toEqual({ kind: 'nobody' });
    const over = anAttempt({ status: 'planned', attempt: 2, sendBy: NOW });
    expect(next('not_delivered', lost, [over])).toEqual({ kind: 'nobody' });
  });
});
