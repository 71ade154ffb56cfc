import { and, eq } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** A text from a customer of this office; null when there is none, or it is another office's. */
export async function findOfficeReply(q: Queryable, params: { id: string; officeId: string }) {
  const { replies, customers } = q.tables;
  const [row] = await q
    .select({ id: replies.id, handledAt: replies.handledAt })
    .from(replies)
    .innerJoin(customers, eq(customers.id, replies.customerId))
    .where(and(eq(replies.id, params.id), eq(customers.officeId, params.officeId)));
  return row ?? null;
}

export async function markReplyHandled(q: Queryable, id: string, by: string, now: number): Promise<void> {
  const { replies } = q.tables;
  await q.update(replies).set({ handledAt: now, handledBy: by }).where(eq(replies.id, id));
}
