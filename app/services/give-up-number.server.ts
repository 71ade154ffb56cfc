import type { Queryable } from '@db/client.server';
import { openCall } from '@db/queries/call-list.server';
import { insertMessageEvents } from '@db/queries/message-events.server';
import { listOptOuts } from '@db/queries/opt-outs.server';
import { markContactPoints } from '@db/queries/reach.server';
import { hasSaidWrongNumber, withholdPlannedTo } from '@db/queries/replies.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { HOUR } from '~/domain/clock';
import { callDueAt } from '~/domain/messaging/call-due';
import { languageOfStranger } from '~/domain/messaging/reply';
import { replyText } from '~/i18n/messages';
import { at, type KeptReply } from './answer-reply.server';
import type { Deps } from './deps';
import { queueMessage } from './queue-message.server';
import type { Sender } from './receive-reply.server';

/**
 * Somebody says that the number is theirs, not the customer's. It is dead at once for every customer who has it, what is
 * planned for it is held back (reminders choose another way at their claim), and each of their advisers has a call to
 * make. One sentence without anything personal goes back, once; none when the number has said STOP, or where for the
 * safety of one of them nothing may be sent. Call it in the transaction that keeps the reply.
 */
export async function giveUpNumber(
  q: Queryable,
  deps: Deps,
  reply: KeptReply,
  senders: readonly Sender[],
): Promise<void> {
  if (senders.length === 0) return;
  const { senderIndex, now } = reply;
  await markContactPoints(q, senderIndex, { health: 'dead' });
  await withhold(q, deps, senderIndex, now);
  for (const sender of new Map(senders.map((one) => [one.id, one])).values()) {
    await openCall(q, {
      id: deps.newId(),
      officeId: sender.officeId,
      customerId: sender.id,
      appointmentId: null,
      messageId: null,
      ownerId: sender.adviserId,
      // Whoever must not be rung is asked in person for another way.
      reason: sender.noMessages ? 'safety' : 'wrong_number',
      cause: `wrong-number:${sender.contactPointId}`,
      dueAt: callDueAt(now, await getWorkingTime(q, sender.officeId)),
      createdAt: now,
    });
  }
  if (senders.some((one) => one.noMessages)) return;
  if (await hasSaidWrongNumber(q, { senderIndex, exceptId: reply.id })) return;
  if ((await listOptOuts(q, [senderIndex])).some(({ channel }) => channel === 'sms')) return;
  await sayOnce(q, deps, reply);
}

async function withhold(q: Queryable, deps: Deps, recipientIndex: string, now: number): Promise<void> {
  const ids = await withholdPlannedTo(q, { recipientIndex, reason: 'wrong_number', now });
  await insertMessageEvents(
    q,
    ids.map((messageId) => ({
      id: deps.newId(),
      messageId,
      at: now,
      status: 'suppressed' as const,
      source: 'callback' as const,
      detail: 'wrong_number',
      newsKey: 'wrong_number',
    })),
  );
}

/** To the stranger: in the language of their few words, and about nobody. */
async function sayOnce(q: Queryable, deps: Deps, reply: KeptReply): Promise<void> {
  const language = languageOfStranger(reply.body);
  const nobody = { firstName: '', adviserFirstName: null, startsAt: null, zone: 'UTC', link: null, officePhone: '' };
  await queueMessage(q, at(deps, reply.now), {
    purpose: 'reply',
    channel: 'sms',
    recipient: reply.from,
    ...replyText({ kind: 'wrong_number', language, discreet: true, facts: nobody }),
    customerId: null,
    language,
    sendBy: reply.now + HOUR,
    requestId: null,
  });
}
