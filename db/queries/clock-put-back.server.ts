import { and, gt, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { MessageRow } from './messages.server';

// The states are written into the condition, not bound: only then is the partial index used.
const isLeased = sql`status in ('claimed', 'unknown')`;

/** Leases that reach beyond `latest` end then, and what was claimed after `now` was claimed by now (ms). */
export async function shortenLeases(q: Queryable, { now, latest }: { now: number; latest: number }): Promise<void> {
  const { messages } = q.tables;
  await q
    .update(messages)
    .set({ leaseUntil: latest })
    .where(and(isLeased, gt(messages.leaseUntil, latest)));
  await q
    .update(messages)
    .set({ claimedAt: now })
    .where(and(isLeased, gt(messages.claimedAt, now)));
}

/** Workers that were seen after `now` (ms) were seen now. */
export async function correctWorkerSigns(q: Queryable, now: number): Promise<void> {
  const { workers } = q.tables;
  await q.update(workers).set({ seenAt: now }).where(gt(workers.seenAt, now));
}

/** Reminders' messages that came to nothing after `now` (ms), by a clock that was ahead. Reads the whole ledger. */
export async function listEndedInTheFuture(q: Queryable, now: number): Promise<MessageRow[]> {
  const { messages } = q.tables;
  return q
    .select()
    .from(messages)
    .where(
      and(
        inArray(messages.status, ['expired', 'failed', 'undelivered']),
        isNotNull(messages.reminderId),
        gt(messages.finishedAt, now),
      ),
    );
}
