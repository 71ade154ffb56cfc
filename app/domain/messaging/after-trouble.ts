import type { CallReason } from './call-list';
import type { Channel } from './channel';
import { FAILURE_LIMITS } from './failed-attempt';
import type { TellingAttempt, Trouble, TroubleCause } from './trouble';

/** What happens next about a message in trouble; instants in ms, never past. */
export type AfterTrouble =
  /** Somebody is to phone, or to talk to them. */
  | { kind: 'call' }
  /** It goes when it can; at `until` another way is looked for. */
  | { kind: 'waits'; until: number }
  /** Once more, or by the next way; null where the way is chosen then. */
  | { kind: 'again'; channel: Channel | null; at: number }
  /** The provider is asked what became of it. */
  | { kind: 'asking' }
  /** Somebody is asked to phone on the day, if nothing gets through before. */
  | { kind: 'call_if'; at: number }
  /** Only the next reminder. */
  | { kind: 'next_reminder'; at: number }
  | { kind: 'nobody' };

const NOBODY: AfterTrouble = { kind: 'nobody' };

/**
 * What the service does next about a message in trouble, the surest first.
 * @param attempts all about the same meeting as it stands, the one in trouble among them.
 * @param hasCall somebody is asked to phone about this meeting.
 */
export function afterTrouble<A extends TellingAttempt>(
  { cause, about }: Trouble<A>,
  attempts: readonly A[],
  { hasCall, now }: { hasCall: boolean; now: number },
): AfterTrouble {
  if (hasCall) return { kind: 'call' };
  if (about.status === 'planned') {
    const until = about.sendBy - FAILURE_LIMITS.near;
    return until > now ? { kind: 'waits', until } : NOBODY;
  }
  const coming = attempts
    .filter(({ status, sendBy }) => status === 'planned' && sendBy > now)
    .toSorted((a, b) => a.notBefore - b.notBefore);
  const at = ({ notBefore }: A) => Math.max(notBefore, now);
  const again = coming.find(({ reminderId }) => reminderId === about.reminderId);
  if (again) return { kind: 'again', channel: again.channel, at: at(again) };
  // One that ended as unknown is not asked about any more.
  if (about.status === 'unknown' || about.status === 'claimed') return { kind: 'asking' };
  const [next] = coming;
  if (next) return { kind: next.rule === 'same_day' ? 'call_if' : 'next_reminder', at: at(next) };
  return cause === 'no_receipt' && about.askAt !== null ? { kind: 'asking' } : NOBODY;
}

/** Why somebody is to phone, when a colleague asks for it because a message is in trouble. */
export function callReasonOf(cause: TroubleCause): CallReason {
  switch (cause) {
    case 'safety':
      return 'safety';
    case 'opted_out':
    case 'no_number':
      return 'no_other_way';
    case 'expired':
      return 'out_of_time';
    case 'unknown':
    case 'no_receipt':
      return 'not_confirmed';
    default:
      return 'not_delivered';
  }
}
