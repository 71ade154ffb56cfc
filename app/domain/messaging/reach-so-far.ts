import type { ReminderRule } from '../reminder/policy';
import type { Channel } from './channel';
import type { MessageStatus } from './message';

/** One attempt to tell a customer something, as far as its story matters here; instants in ms. */
export interface AttemptSoFar {
  rule: ReminderRule;
  channel: Channel | null;
  status: MessageStatus;
  reason: string | null;
  notBefore: number;
  /** When it came to its present status. */
  at: number;
}

export interface ReachSoFar<A> {
  /** The newest attempt that somebody, or something, has begun or given up. */
  latest: A | null;
  /** The next one that waits for its time, unless it is plain by now that it will not be needed. */
  next: A | null;
  /** True when attempts were made and not one arrived: somebody should know before the meeting. */
  nothingArrived: boolean;
}

/** Ends that say nothing about whether a person can be reached: the message was not needed, or no longer true. */
const NOT_NEEDED: readonly MessageStatus[] = ['superseded', 'cancelled'];
const FELL_SHORT: readonly MessageStatus[] = ['undelivered', 'failed', 'expired', 'suppressed'];
/** Suppressed because all is well, or because the customer has answered. */
const ALL_IS_WELL: readonly string[] = ['confirmed', 'delivered', 'cannot_come'];

/**
 * What became of the messages about one appointment.
 * @param attempts in any order; those of older versions of the appointment count for nothing, so leave them out.
 * @param said the last that the customer said about the appointment, if anything.
 */
export function reachSoFar<A extends AttemptSoFar>(
  attempts: readonly A[],
  said: 'confirmed' | 'cannot_come' | null = null,
): ReachSoFar<A> {
  const telling = attempts.filter(counts);
  const begun = telling.filter((attempt) => attempt.status !== 'planned');
  const latest = begun.reduce<A | null>((best, one) => (best === null || one.at >= best.at ? one : best), null);
  const settled = said === 'confirmed' || latest?.status === 'delivered';
  const waiting = telling.filter(
    ({ status, rule }) => status === 'planned' && said !== 'cannot_come' && !(settled && rule === 'same_day'),
  );
  const next = waiting.reduce<A | null>(
    (best, one) => (best === null || one.notBefore < best.notBefore ? one : best),
    null,
  );
  const arrived = begun.some((attempt) => attempt.status === 'delivered');
  return { latest, next, nothingArrived: !arrived && latest !== null && fellShort(latest) };
}

/** True for an attempt that ended without anything reaching the person; a call that somebody is to make is one. */
export function fellShort(attempt: Pick<AttemptSoFar, 'status' | 'channel' | 'reason'>): boolean {
  if (isQuietEnd(attempt)) return false;
  return FELL_SHORT.includes(attempt.status) || attempt.channel === 'call_list';
}

/** False for an attempt that was not needed, or not true any more: it says nothing about whether a person can be reached. */
export function counts(attempt: Pick<AttemptSoFar, 'status' | 'reason'>): boolean {
  return !NOT_NEEDED.includes(attempt.status) && !isQuietEnd(attempt);
}

/** True for an attempt that was not needed, because all is well or the customer has answered. */
export function isQuietEnd(attempt: Pick<AttemptSoFar, 'status' | 'reason'>): boolean {
  return attempt.status === 'suppressed' && ALL_IS_WELL.includes(attempt.reason ?? '');
}
