import type { NewMessageEvent } from '@db/queries/message-events.server';
import type { MessageRow, NewMessage } from '@db/queries/messages.server';
import type { Deps } from './deps';
import type { Prepared } from './prepare-message.server';
import { inPrintQueue, isForPrintQueue } from './queue-letter.server';

/** What a decision about a due message changes in its row. */
export function changeFor(
  deps: Deps,
  message: MessageRow,
  prepared: Exclude<Prepared, { act: 'leave' }>,
  claim: { now: number; worker: string; leaseUntil: number },
): Partial<NewMessage> {
  const { now } = claim;
  switch (prepared.act) {
    case 'hold':
      return { notBefore: prepared.until };
    case 'wait':
      // The channel is written down, so that the message is passed over while that does not work.
      return { channel: prepared.channel, ...(prepared.until === null ? {} : { notBefore: prepared.until }) };
    case 'end':
      return { status: prepared.status, reason: prepared.reason, finishedAt: now };
    case 'expire':
      return { status: 'expired', reason: 'out_of_time', finishedAt: now };
    case 'call':
      return {
        status: 'accepted',
        channel: 'call_list',
        reason: prepared.reason,
        subject: prepared.subject === null ? null : deps.vault.seal(prepared.subject),
        body: deps.vault.seal(prepared.body),
        fence: message.fence + 1,
        claimedAt: now,
        acceptedAt: now,
      };
    case 'send':
      return {
        status: 'claimed',
        channel: prepared.sender.channel,
        provider: prepared.sender.provider,
        reason: prepared.reason,
        recipient: deps.vault.seal(prepared.outgoing.recipient),
        recipientIndex: prepared.recipientIndex ?? deps.vault.index(prepared.outgoing.recipient),
        subject: prepared.outgoing.subject === null ? null : deps.vault.seal(prepared.outgoing.subject),
        body: deps.vault.seal(prepared.outgoing.body),
        // The person may have chosen another since it was planned; a voice call goes on in it.
        language: prepared.outgoing.language,
        leaseOwner: claim.worker,
        leaseUntil: claim.leaseUntil,
        fence: message.fence + 1,
        claimedAt: now,
        ...(isForPrintQueue(prepared) && inPrintQueue(message, now)),
      };
  }
}

/** What its history says of that. */
export function eventFor(
  deps: Deps,
  message: MessageRow,
  prepared: Exclude<Prepared, { act: 'leave' }>,
  change: Partial<NewMessage>,
  now: number,
): NewMessageEvent {
  const event = { id: deps.newId(), messageId: message.id, at: now, source: 'worker' as const };
  const waits = (detail: string, newsKey: string) => ({ ...event, status: message.status, detail, newsKey });
  if (prepared.act === 'hold') return waits('quiet_hours', `held:${prepared.until}`);
  // Once, however often it is put off.
  if (prepared.act === 'wait') return waits(prepared.why, prepared.why);
  return {
    ...event,
    status: change.status ?? message.status,
    detail: change.reason ?? null,
    newsKey: `claim:${message.fence + 1}`,
  };
}
