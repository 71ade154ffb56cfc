import type { Queryable } from '@db/client.server';
import { listFailuresTo, listPointsWithValue, updateContactPoint } from '@db/queries/contact-health.server';
import type { MessageRow } from '@db/queries/messages.server';
import { upsertOptOut } from '@db/queries/opt-outs.server';
import { healthAfterDelivery, healthAfterFailure } from '~/domain/contact/contact-health';
import { isDeadEnd } from '~/domain/messaging/provider-codes';
import { causeOfCode, OPTED_OUT_CODE } from '~/domain/messaging/twilio-codes';
import type { Deps } from './deps';

/** Something arrived: the number or address works, for everybody who has it, unless a person has said that it is not theirs. */
export async function learnDelivered(q: Queryable, message: MessageRow, now: number): Promise<void> {
  if (!message.recipientIndex) return;
  for (const { point, saidWrong } of await listPointsWithValue(q, message.recipientIndex)) {
    const health = healthAfterDelivery({ health: point.health, saidWrong });
    await updateContactPoint(q, point.id, { health, ...(saidWrong ? {} : { lastDeliveredAt: now }) });
  }
}

/**
 * Something did not arrive: the number is marked (see `healthAfterFailure`), or, where the person had refused, that is kept.
 * @param code the provider's error code.
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
  // Something of ours that is wrong says nothing about the person's phone.
  if (message.channel !== 'email' && code !== null && causeOfCode(code) === 'us') return;
  const permanent = isDeadEnd({ provider: message.provider, channel: message.channel, code });
  for (const { point } of await listPointsWithValue(q, message.recipientIndex)) {
    const since = Math.max(point.lastDeliveredAt ?? 0, point.verifiedAt ?? 0);
    const earlier = await listFailuresTo(q, { valueIndex: point.valueIndex, since, exceptId: message.id });
    const failures = [...earlier, deps.clock.now()];
    await updateContactPoint(q, point.id, {
      health: healthAfterFailure({ health: point.health, permanent, failures }),
    });
  }
}
