import { HOUR } from '~/domain/clock';
import type { Outlook, TellingAttempt } from '~/domain/messaging/trouble';

/** When the examples are looked at (ms). */
export const NOW = Date.parse('2026-11-24T12:00:00Z');

/** A text of the day before, as it is until told otherwise: due now, in time until this evening. */
export function anAttempt(fields: Partial<TellingAttempt>): TellingAttempt {
  const status = fields.status ?? 'planned';
  return {
    id: 'message',
    reminderId: 'a',
    rule: 'one_day_before',
    attempt: 1,
    channel: status === 'planned' ? null : 'sms',
    provider: status === 'planned' ? null : 'twilio',
    status,
    reason: null,
    notBefore: NOW,
    sendBy: NOW + 8 * HOUR,
    at: NOW,
    claimedAt: null,
    acceptedAt: null,
    askAt: null,
    ...fields,
  };
}

/** Nothing is stopped, and nobody has said anything. */
export function outlook(fields: Partial<Outlook> = {}): Outlook {
  return { now: NOW, stopped: () => null, knowsSince: null, ...fields };
}
