import type { MessageStatus } from './message';

/** How far along a message is. News of a lower or equal rank is old news. */
const RANK: Record<MessageStatus, number> = {
  planned: 0,
  claimed: 1,
  unknown: 2,
  accepted: 3,
  sent: 4,
  delivered: 5,
  undelivered: 5,
  failed: 5,
  expired: 5,
  superseded: 5,
  cancelled: 5,
  suppressed: 5,
};
const END = 5;

/** Ends that only we decide on. Once a provider may have the message, they would be untrue. */
const OURS_ONLY: readonly MessageStatus[] = ['expired', 'superseded', 'cancelled', 'suppressed'];

/** The rank of a status; it only ever rises. */
export function rankOf(status: MessageStatus): number {
  return RANK[status];
}

/** True for a status that a message never leaves. */
export function isFinal(status: MessageStatus): boolean {
  return RANK[status] === END;
}

/** True for an end that is not an arrival. */
export function hasFailed(status: MessageStatus): boolean {
  return isFinal(status) && status !== 'delivered';
}

/**
 * True when news may move a message from one status to another. Callbacks come late, twice and out of order, and may
 * arrive before our own record of the provider's answer: the rank decides. A message that is tried again is another
 * message, so nothing moves back to `planned`. What a provider has, or may have, can no longer be cancelled.
 */
export function mayMove(from: MessageStatus, to: MessageStatus): boolean {
  if (isFinal(from) || RANK[to] <= RANK[from]) return false;
  if (from === 'planned') return to === 'claimed' || OURS_ONLY.includes(to);
  return from === 'claimed' || !OURS_ONLY.includes(to);
}
