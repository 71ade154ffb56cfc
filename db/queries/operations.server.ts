import { and, count, lte, max, sql } from 'drizzle-orm';
import type { MessageStatus } from '~/domain/messaging/message';
import type { Queryable } from '../client.server';

/**
 * How many messages are in each state with each provider (null before one is chosen), and why those failed that did:
 * the reasons of failures are few and bounded, those of other states are left out.
 */
export async function countMessagesByProvider(
  q: Queryable,
): Promise<{ status: MessageStatus; provider: string | null; reason: string | null; count: number }[]> {
  const { messages } = q.tables;
  const reason = sql<
    string | null
  >`case when ${messages.status} in ('failed', 'undelivered') then ${messages.reason} else null end`;
  return q
    .select({ status: messages.status, provider: messages.provider, reason, count: count() })
    .from(messages)
    .groupBy(messages.status, messages.provider, reason);
}

/** How many planned messages could be sent at `now` (ms), and how many have been waiting since before `lateBefore`. */
export async function countDueMessages(
  q: Queryable,
  { now, lateBefore }: { now: number; lateBefore: number },
): Promise<{ due: number; late: number }> {
  const { messages } = q.tables;
  // The state is written into the condition, not bound: only then is the partial index used.
  const [row] = await q
    .select({
      due: count(),
      late: sql<number>`coalesce(sum(case when ${messages.notBefore} < ${lateBefore} then 1 else 0 end), 0)`.mapWith(
        Number,
      ),
    })
    .from(messages)
    .where(and(sql`status = 'planned'`, lte(messages.notBefore, now)));
  return { due: row?.due ?? 0, late: row?.late ?? 0 };
}

/** When any worker last gave a sign of life (ms), or null when none ever did. */
export async function findLastWorkerSign(q: Queryable): Promise<number | null> {
  const { workers } = q.tables;
  const [row] = await q.select({ seenAt: max(workers.seenAt) }).from(workers);
  return row?.seenAt === null || row?.seenAt === undefined ? null : Number(row.seenAt);
}
