import { and, count, eq, gte, inArray, lt, lte, max, sql } from 'drizzle-orm';
import type { Channel } from '~/domain/messaging/channel';
import type { MessageStatus } from '~/domain/messaging/message';
import type { Queryable } from '../client.server';
import { isToMake } from './calls-to-make.server';

// The states are written into these conditions, not bound: only then are the partial indexes used.

/** Ends that say how sending goes; the others say that a message was not needed. */
const TELLING_ENDS: MessageStatus[] = ['delivered', 'undelivered', 'failed', 'expired'];

/** Where a message went, or was to go; nulls where it never came so far. */
interface Way {
  provider: string | null;
  channel: Channel | null;
}

/**
 * How the messages ended that ended since an instant (ms), by way, and why those failed that did: the reasons of failures
 * are few and bounded. It reads those messages only, however many there are.
 */
export async function countEndedMessages(
  q: Queryable,
  since: number,
): Promise<(Way & { status: MessageStatus; reason: string | null; count: number })[]> {
  const { messages } = q.tables;
  const { status, provider, channel } = messages;
  const reason = sql<
    string | null
  >`case when ${status} in ('failed', 'undelivered') then ${messages.reason} else null end`;
  return q
    .select({ status, provider, channel, reason, count: count() })
    .from(messages)
    .where(and(sql`finished_at is not null`, gte(messages.finishedAt, since), inArray(status, TELLING_ENDS)))
    .groupBy(status, provider, channel, reason);
}

/** How many messages each provider may or may not have. */
export async function countUnknownMessages(q: Queryable): Promise<(Way & { count: number })[]> {
  const { provider, channel, status } = q.tables.messages;
  return q
    .select({ provider, channel, count: count() })
    .from(q.tables.messages)
    .where(and(sql`status in ('claimed', 'unknown')`, eq(status, 'unknown')))
    .groupBy(provider, channel);
}

/** How many planned messages could be sent at `now` (ms), and how many have been waiting since before `lateBefore`. */
export async function countDueMessages(
  q: Queryable,
  { now, lateBefore }: { now: number; lateBefore: number },
): Promise<{ due: number; late: number }> {
  const { messages } = q.tables;
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

/** How many calls are to be made in all offices, how many of these are overdue, and how many were passed on. */
export async function countOpenCalls(
  q: Queryable,
  now: number,
): Promise<{ open: number; overdue: number; passedOn: number }> {
  const { callList, appointments } = q.tables;
  const [row] = await q
    .select({
      open: count(),
      overdue: sql<number>`count(case when ${lt(callList.dueAt, now)} then 1 end)`.mapWith(Number),
      passedOn: count(callList.escalatedAt),
    })
    .from(callList)
    .leftJoin(appointments, eq(appointments.id, callList.appointmentId))
    .where(isToMake(q, now));
  return { open: row?.open ?? 0, overdue: row?.overdue ?? 0, passedOn: row?.passedOn ?? 0 };
}

/** When any worker last gave a sign of life (ms), or null when none ever did. */
export async function findLastWorkerSign(q: Queryable): Promise<number | null> {
  const { workers } = q.tables;
  const [row] = await q.select({ seenAt: max(workers.seenAt) }).from(workers);
  return row?.seenAt === null || row?.seenAt === undefined ? null : Number(row.seenAt);
}
