import type { Channel } from './channel';
import type { MessageStatus } from './message';

/** An earlier attempt for the same reminder; `claimedAt` is null for one that was never handed over by this copy. */
export interface CheckedAttempt {
  channel: Channel | null;
  status: MessageStatus;
  reason: string | null;
  claimedAt: number | null;
}

/**
 * True when another copy of this database may have sent this message on this channel, so that the provider is asked
 * before it is sent. Asked once for each channel: what the provider did not know then has not gone out that way.
 * @param attempts the other attempts for the same reminder.
 */
export function needsCheck(
  message: { checkFirst: boolean },
  channel: Channel,
  attempts: readonly CheckedAttempt[],
): boolean {
  const askedAlready = attempts.some(
    (one) =>
      one.channel === channel && one.status === 'failed' && one.reason === 'not_handed_over' && one.claimedAt === null,
  );
  return message.checkFirst && !askedAlready;
}
