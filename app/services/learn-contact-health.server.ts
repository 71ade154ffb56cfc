import type { Queryable } from '@db/client.server';
import type { MessageRow } from '@db/queries/messages.server';
import { upsertOptOut } from '@db/queries/opt-outs.server';
import { markContactPoints } from '@db/queries/reach.server';
import { isDeadNumber, OPTED_OUT_CODE } from '~/domain/messaging/twilio-codes';
import type { Deps } from './deps';

/** Something arrived: the number or address works. */
export async function learnDelivered(q: Queryable, message: MessageRow, now: number): Promise<void> {
  if (message.recipientIndex)
    await markContactPoints(q, message.recipientIndex, { health: 'working', lastDeliveredAt: now });
}

/**
 * Something did not arrive for a reason on the person's side: the number is marked, or their refusal kept.
 * @param code the provider's error code; an email's SMTP code starts with 5.
 */
export async function learnFailed(q: Queryable, deps: Deps, message: MessageRow, code: string | null): Promise<void> {
  if (!message.recipientIndex || !message.channel) return;
  if (code === OPTED_OUT_CODE) {
    await upsertOptOut(q, {
      id: deps.newId(),
      channel: message.channel,
      valueIndex: message.recipientIndex,
      since: deps.clock.now(),
      source: 'provider',
    });
    return;
  }
  const dead = message.channel === 'email' ? (code?.startsWith('5') ?? false) : isDeadNumber(code);
  await markContactPoints(q, message.recipientIndex, { health: dead ? 'dead' : 'failing' });
}
