import { and, count, lte, max, sql } from 'drizzle-orm';
import type { MessageStatus } from '~/domain/messaging/message';
import type { Queryable } from '../client.server';

/** How many messages are in each state with each provider (null before one is chosen). */
export async function countMessagesByProvider(
  q: Queryable,
): Promise<{ status: MessageStatus; provider: string | null; count: number }[]> {
  const { messages } = q.tables;
  return q
    .select({ status: messages.status, provider: messages.provider, count: count() })
    .from(messages)
    .groupBy(messages.status, messages.provider);
}

/** How many planned messages could be sent at `now` (ms). */
export async function countDueMessages(q: Queryable, now: number): Promise<number> {
  const { messages } = q.tables;
  // The state is written into the condition, not bound: only then is the partial index used.
  const [row] = await q
    .select({ count: count() })
    .from(messages)
    .where(and(sql`status = 'planned'`, lte(messages.notBefore, now)));
  return row?.count ?? 0;
}

/** When any worker last gave a sign of life (ms), or null when none ever did. */
export async function findLastWorkerSign(q: Queryable): Promise<number | null> {
  const { workers } = q.tables;
  const [row] = await q.select({ seenAt: max(workers.seenAt) }).from(workers);
  return row?.seenAt === null || row?.seenAt === undefined ? null : Number(row.seenAt);
}
