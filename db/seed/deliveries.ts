import { inArray, sql } from 'drizzle-orm';
import { SECOND } from '~/domain/clock';
import type { Queryable } from '../client.server';
import { rowsOf } from '../dialect/bulk';

/** Writes down that claimed messages were taken, sent and delivered within seconds, as almost all are. */
export async function insertDeliveries(
  q: Queryable,
  params: { messageIds: string[]; at: number; newId: () => string },
): Promise<void> {
  const { messages, messageEvents } = q.tables;
  const { messageIds, at, newId } = params;
  if (messageIds.length === 0) return;
  const [acceptedAt, sentAt, deliveredAt] = [at + SECOND, at + 2 * SECOND, at + 5 * SECOND];
  await q
    .update(messages)
    .set({
      status: 'delivered',
      // As the outbox does it.
      providerId: sql`${messages.id}`,
      segments: 1,
      leaseOwner: null,
      leaseUntil: null,
      ...{ acceptedAt, sentAt, deliveredAt, finishedAt: deliveredAt },
    })
    .where(inArray(messages.id, messageIds));
  const stages = [
    { status: 'accepted', at: acceptedAt, source: 'worker' },
    { status: 'sent', at: sentAt, source: 'outbox' },
    { status: 'delivered', at: deliveredAt, source: 'outbox' },
  ] as const;
  const events = messageIds.flatMap((messageId) =>
    stages.map((stage) => ({ ...stage, id: newId(), messageId, detail: null, newsKey: `status:${stage.status}` })),
  );
  await q
    .insert(messageEvents)
    .select(rowsOf(q, messageEvents, events))
    .onConflictDoNothing();
}
