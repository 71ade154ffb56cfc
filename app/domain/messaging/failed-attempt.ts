import { HOUR, MINUTE } from '../clock';
import type { Channel } from './channel';
import type { MessageStatus } from './message';
import { reachOfFault } from './provider-sign';

/**
 * Why an attempt came to nothing, as kept in `messages.reason`: `person:21211`, `us:20003`, `later:503`, `down:503` (as
 * `later`, but the provider as a whole did not work, which says nothing about this message), `undelivered:30003`,
 * `not_reached:no_answer` (a call that nobody took, or a machine), `not_handed_over` (the provider never had it) and
 * `not_known` (it cannot be found out).
 */
export type FailureKind =
  'person' | 'us' | 'later' | 'down' | 'undelivered' | 'not_reached' | 'not_handed_over' | 'not_known';

/** An earlier attempt of the same reminder. */
export interface Attempt {
  channel: Channel | null;
  provider?: string | null;
  status: MessageStatus;
  reason: string | null;
  /** When it was begun (ms). */
  claimedAt?: number | null;
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
  /** Voice calls for one reminder, when nobody takes them. */
  calls: 2,
  /** From one voice call to the next: long enough to be home again. */
  callPause: HOUR,
} as const;

/** The kind at the head of a stored reason, or null when it does not describe a failure. */
export function failureKindOf(reason: string | null): FailureKind | null {
  const head = reason?.split(':')[0];
  return head === 'person' ||
    head === 'us' ||
    head === 'later' ||
    head === 'down' ||
    head === 'undelivered' ||
    head === 'not_reached' ||
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
    const calls = attempts.filter((attempt) => attempt.channel === channel && isCallInVain(attempt));
    const kinds = attempts
      // A refusal is on record with the number, where START can lift it.
      .filter((attempt) => attempt.reason !== 'person:opted_out')
      .filter(
        (attempt) => attempt.channel === channel && (attempt.status === 'failed' || attempt.status === 'undelivered'),
      )
      // A fault with our whole account is no reason to give up the message: it waits, or goes by another provider.
      .filter((attempt) => reachOfRefusal(attempt) === null || reachOfRefusal(attempt) === 'unclear')
      .map((attempt) => failureKindOf(attempt.reason));
    const times = (kind: FailureKind) => kinds.filter((one) => one === kind).length;
    return (
      times('person') + times('undelivered') + times('not_known') > 0 ||
      times('later') >= (near ? 1 : FAILURE_LIMITS.later) ||
      times('us') >= (near ? 1 : FAILURE_LIMITS.us) ||
      (calls.length > 0 && (near || callAgainAt(calls, sendBy) === null))
    );
  });
}

/** The providers of a channel that refused this reminder's message as such, because of where it goes or what it says. */
export function refusingProviders(attempts: readonly Attempt[], channel: Channel): string[] {
  return attempts.flatMap((attempt) =>
    attempt.channel === channel && attempt.provider && isOfTheMessage(attempt) ? [attempt.provider] : [],
  );
}

/** True for an attempt that came to nothing because nothing at all could be sent; it is not held against the message. */
export function isOfTheProvider(attempt: Pick<Attempt, 'reason' | 'provider'>): boolean {
  return failureKindOf(attempt.reason) === 'down' || reachOfRefusal(attempt) === 'account';
}

/** True for an attempt that was refused because of where it goes or what it says: the same again would be refused again. */
export function isOfTheMessage(attempt: Pick<Attempt, 'reason' | 'provider'>): boolean {
  return reachOfRefusal(attempt) === 'message';
}

function reachOfRefusal({ reason, provider }: Pick<Attempt, 'reason' | 'provider'>) {
  return failureKindOf(reason) === 'us' ? reachOfFault(provider ?? null, reason!.slice('us:'.length)) : null;
}

/**
 * When a person may be called once more by voice (ms), after calls that nobody took; null when it was often enough, or
 * a pause would leave no time for another channel, or a person, to reach them.
 */
export function callAgainAt(attempts: readonly Attempt[], sendBy: number): number | null {
  const calls = attempts.filter(isCallInVain);
  if (calls.length >= FAILURE_LIMITS.calls) return null;
  const at = Math.max(...calls.map((call) => call.claimedAt ?? 0)) + FAILURE_LIMITS.callPause;
  return at > sendBy - FAILURE_LIMITS.near ? null : at;
}

function isCallInVain(attempt: Attempt): boolean {
  return failureKindOf(attempt.reason) === 'not_reached';
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
