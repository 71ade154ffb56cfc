import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../clock';
import { causeOf, troubleOf, type Outlook, type TellingAttempt } from './trouble';
import { anAttempt, NOW, outlook } from '../../../tests/support/telling-attempts';

const DOWN: Outlook['stopped'] = (channel) => (channel === 'sms' ? 'provider_down' : null);
const PAUSED: Outlook['stopped'] = () => 'paused';
const ago = (ms: number) => ({ at: NOW - ms, claimedAt: NOW - ms, acceptedAt: NOW - ms });

describe('the cause of one attempt', () => {
  it.each([
    ['a text that waits for its time', { status: 'planned', notBefore: NOW + HOUR }, null],
    ['one that is due this minute', { status: 'planned', notBefore: NOW - MINUTE }, null],
    ['one that was due ten minutes ago', { status: 'planned', notBefore: NOW - 10 * MINUTE }, 'late'],
    ['one in a worker’s hands', { status: 'claimed', ...ago(MINUTE) }, null],
    ['one that no worker has come back with', { status: 'claimed', ...ago(10 * MINUTE) }, 'unknown'],
    ['one that is being asked about', { status: 'unknown', ...ago(9 * MINUTE) }, null],
    ['one that has been asked about for long', { status: 'unknown', ...ago(10 * MINUTE) }, 'unknown'],
    ['one that a provider has had for 59 minutes', { status: 'sent', ...ago(59 * MINUTE) }, null],
    ['one without a receipt for an hour', { status: 'sent', ...ago(HOUR) }, 'no_receipt'],
    ['one that is only accepted, for an hour', { status: 'accepted', ...ago(HOUR) }, 'no_receipt'],
    ['an email over SMTP, which sends none', { status: 'accepted', channel: 'email', provider: 'smtp', ...ago(DAY) }, null],
    ['a letter in the post', { status: 'sent', channel: 'letter', provider: 'notify', ...ago(DAY) }, null],
    ['one that was delivered', { status: 'delivered' }, null],
    ['one that the network could not deliver', { status: 'undelivered', reason: 'undelivered:30003' }, 'not_delivered'],
    ['a call that nobody took', { status: 'undelivered', channel: 'voice', reason: 'not_reached:no_answer' }, 'not_delivered'],
    ['one to a number that does not exist', { status: 'failed', reason: 'person:21211' }, 'failed'],
    ['one to a number that said STOP', { status: 'failed', reason: 'person:opted_out' }, 'opted_out'],
    ['one that met a provider that did not work', { status: 'failed', reason: 'down:503' }, 'provider_down'],
    ['one refused with the whole account', { status: 'failed', reason: 'us:20003' }, 'provider_down'],
    ['one refused for where it goes', { status: 'failed', reason: 'us:21408' }, 'failed'],
    ['one of which nothing can be found out', { status: 'failed', reason: 'not_known:cannot_ask' }, 'unknown'],
    ['one whose time was over', { status: 'expired', reason: 'out_of_time' }, 'expired'],
    ['one that was replaced', { status: 'superseded', reason: 'changed_since' }, null],
    ['one of a cancelled meeting', { status: 'cancelled', reason: 'cancelled_by_office' }, null],
    ['the call of a meeting they confirmed', { status: 'suppressed', reason: 'confirmed' }, null],
    ['one held back for their safety', { status: 'suppressed', reason: 'safety' }, 'safety'],
    ['a call instead, for their safety', { status: 'accepted', channel: 'call_list', reason: 'safety' }, 'safety'],
    ['a call instead, as they said STOP', { status: 'accepted', channel: 'call_list', reason: 'opted_out' }, 'opted_out'],
    ['a call instead, for want of a number', { status: 'accepted', channel: 'call_list', reason: 'no_contact_point' }, 'no_number'],
    ['a call instead, as the number is shared', { status: 'accepted', channel: 'call_list', reason: 'shared_number' }, 'no_number'],
    ['a call instead, as it came too late', { status: 'accepted', channel: 'call_list', reason: 'out_of_time' }, 'expired'],
    ['the call that they wish for', { status: 'accepted', channel: 'call_list', reason: 'preference' }, null],
    ['the call on the day', { status: 'accepted', channel: 'call_list', reason: 'not_confirmed' }, null],
  ] as [string, Partial<TellingAttempt>, string | null][])('%s', (_, fields, cause) => {
    expect(causeOf(anAttempt(fields), outlook())).toBe(cause);
  }); // prettier-ignore

  it('a message that could go now waits for what is stopped', () => {
    const due = anAttempt({ status: 'planned', channel: 'sms', notBefore: NOW - MINUTE });
    expect(causeOf(due, outlook({ stopped: DOWN }))).toBe('provider_down');
    expect(causeOf(due, outlook({ stopped: PAUSED }))).toBe('paused');
    expect(causeOf({ ...due, channel: 'email' }, outlook({ stopped: DOWN }))).toBe(null);
  });

  it('one put off for its channel waits for it before it is due again; one for tomorrow does not', () => {
    const later = anAttempt({ status: 'planned', notBefore: NOW + 5 * MINUTE });
    expect(causeOf({ ...later, channel: 'sms' }, outlook({ stopped: DOWN }))).toBe('provider_down');
    expect(causeOf({ ...later, channel: null }, outlook({ stopped: PAUSED }))).toBe(null);
  });
});

describe('what is wrong with the telling of a meeting', () => {
  const failed = anAttempt({ status: 'undelivered', reason: 'undelivered:30003', ...ago(20 * MINUTE) });

  it('is the newest thing that is wrong, and that it is tried again does not hide it', () => {
    const again = anAttempt({ status: 'planned', attempt: 2, notBefore: NOW + 40 * MINUTE });
    expect(troubleOf([again, failed], outlook())).toEqual({ cause: 'not_delivered', about: failed });
  });
  it('is over when the next one is on its way, or has arrived', () => {
    const next = { attempt: 2, channel: 'email', provider: 'smtp', ...ago(10 * MINUTE) } as const;
    expect(troubleOf([failed, anAttempt({ status: 'accepted', ...next })], outlook())).toBe(null);
    expect(troubleOf([failed, anAttempt({ status: 'delivered', ...next })], outlook())).toBe(null);
  });
  it('is over when the same text arrives after all, and when another one about the meeting does', () => {
    expect(troubleOf([failed, anAttempt({ status: 'delivered', attempt: 2, ...ago(DAY) })], outlook())).toBe(null);
    const other = anAttempt({ reminderId: 'other', status: 'delivered', claimedAt: NOW - DAY, at: NOW - MINUTE });
    expect(troubleOf([failed, other], outlook())).toBe(null);
  });
  it('is not settled by what arrived before', () => {
    const booked = anAttempt({ reminderId: 'booked', status: 'delivered', ...ago(3 * DAY) });
    expect(troubleOf([booked, failed], outlook())).toMatchObject({ cause: 'not_delivered' });
    // It was planned before that arrived, and that it is late is news of today.
    const late = anAttempt({ status: 'planned', at: NOW - 9 * DAY, notBefore: NOW - HOUR });
    expect(troubleOf([booked, late], outlook())).toMatchObject({ cause: 'late' });
  });
  it('is settled by a word from them, or with them, since', () => {
    expect(troubleOf([failed], outlook({ knowsSince: NOW - MINUTE }))).toBe(null);
    expect(troubleOf([failed], outlook({ knowsSince: NOW - DAY }))).toMatchObject({ cause: 'not_delivered' });
  });
  it('is what went wrong, not that somebody is to phone because of it', () => {
    const call = { attempt: 2, channel: 'call_list', provider: null, status: 'accepted', ...ago(MINUTE) } as const;
    const after = (reason: string) => troubleOf([failed, anAttempt({ ...call, reason })], outlook());
    expect(after('all_failed')).toMatchObject({ cause: 'not_delivered', about: { attempt: 1 } });
    expect(after('not_confirmed')).toMatchObject({ cause: 'not_delivered' });
    expect(after('safety')).toMatchObject({ cause: 'safety', about: { attempt: 2 } });
    expect(troubleOf([anAttempt({ ...call, reason: 'all_failed' })], outlook())).toMatchObject({ cause: 'no_number' });
  });
});
