import { and, eq } from 'drizzle-orm';
import type { CallOutcome } from '~/domain/messaging/call-list';
import type { Queryable } from '../client.server';
import { forUpdate } from '../dialect/locks';

/** An entry of this office's call list, locked; null when there is none, or it is another office's. */
export async function lockOfficeCall(q: Queryable, params: { id: string; officeId: string }) {
  const { callList } = q.tables;
  const [row] = await forUpdate(
    q,
    q
      .select()
      .from(callList)
      .where(and(eq(callList.id, params.id), eq(callList.officeId, params.officeId))),
  );
  return row ?? null;
}

/** Closes a call with what came of it, or, with nulls, opens it again. */
export async function updateCall(
  q: Queryable,
  id: string,
  change: { doneAt: number | null; doneBy: string | null; outcome: CallOutcome | null },
): Promise<void> {
  const { callList } = q.tables;
  await q.update(callList).set(change).where(eq(callList.id, id));
}

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
