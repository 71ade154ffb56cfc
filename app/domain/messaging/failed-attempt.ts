import { MINUTE } from '../clock';
import type { Channel } from './channel';
import type { MessageStatus } from './message';

/**
 * Why an attempt came to nothing, as kept in `messages.reason`: `person:21211`, `us:20003`, `later:503`,
 * `undelivered:30003`, `not_handed_over` (the provider never had it) and `not_known` (it cannot be found out).
 */
export type FailureKind = 'person' | 'us' | 'later' | 'undelivered' | 'not_handed_over' | 'not_known';

/** An earlier attempt of the same reminder. */
export interface Attempt {
  channel: Channel | null;
  status: MessageStatus;
  reason: string | null;
}

export const FAILURE_LIMITS = {
  /** Tries on one channel while the provider says "later". */
  later: 3,
  /** Tries on one channel while something of ours is wrong. */
  us: 5,
  /** Less than this before `send_by`, a channel that has not worked is given up for the next. */
  near: 20 * MINUTE,
  /** First pause; it doubles. */
  laterPause: MINUTE,
  usPause: 5 * MINUTE,
} as const;

/** The kind at the head of a stored reason, or null when it does not describe a failure. */
export function failureKindOf(reason: string | null): FailureKind | null {
  const head = reason?.split(':')[0];
  return head === 'person' ||
    head === 'us' ||
    head === 'later' ||
    head === 'undelivered' ||
    head === 'not_handed_over' ||
    head === 'not_known'
    ? head
    : null;
}

/**
 * The channels that a reminder has used up, so that the next one is chosen.
 * @param attempts earlier attempts of the same reminder.
 * @param now the present instant; `sendBy` the one after which nothing is sent (ms).
 */
export function exhaustedChannels(attempts: readonly Attempt[], now: number, sendBy: number): Channel[] {
  const near = sendBy - now < FAILURE_LIMITS.near;
  const channels = new Set(attempts.flatMap((attempt) => (attempt.channel ? [attempt.channel] : [])));
  return [...channels].filter((channel) => {
    const kinds = attempts
      // A refusal is on record with the number, where START can lift it.
      .filter((attempt) => attempt.reason !== 'person:opted_out')
      .filter(
        (attempt) => attempt.channel === channel && (attempt.status === 'failed' || attempt.status === 'undelivered'),
      )
      .map((attempt) => failureKindOf(attempt.reason));
    const times = (kind: FailureKind) => kinds.filter((one) => one === kind).length;
    return (
      times('person') + times('undelivered') + times('not_known') > 0 ||
      times('later') >= (near ? 1 : FAILURE_LIMITS.later) ||
      times('us') >= (near ? 1 : FAILURE_LIMITS.us)
    );
  });
}

/**
 * When the attempt after a failure may start (ms). At once when the next channel is due anyway; otherwise after a
 * pause that doubles, with up to a quarter of it added at random so that a thousand messages do not return together.
 * @param failures how often this channel has failed in this way, this time included.
 * @param random between 0 and 1.
 */
export function nextAttemptAt(
  failure: { kind: FailureKind; retryAfterMs: number | null; failures: number },
  now: number,
  random: number,
): number {
  const { kind, failures, retryAfterMs } = failure;
  if (kind !== 'later' && kind !== 'us') return now;
  if (kind === 'later' && failures >= FAILURE_LIMITS.later) return now;
  const first = kind === 'us' ? FAILURE_LIMITS.usPause : FAILURE_LIMITS.laterPause;
  const pause = first * 2 ** (failures - 1) * (1 + random / 4);
  return Math.round(now + Math.max(pause, retryAfterMs ?? 0));
}
