import { and, count, eq, gte, inArray, isNull, lte, min, or, sql } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** The hold that keeps a copy of the database from sending. */
const RESTORED = { scope: 'all', reason: 'restored' } as const;

// The state is written into the condition, not bound: only then is the partial index used.
const isPlanned = sql`status = 'planned'`;

/** From when the copy is that this database is (ms), or null when it may send. */
export async function findCopyHold(q: Queryable): Promise<{ since: number; by: string } | null> {
  const { sendingHolds } = q.tables;
  const [row] = await q
    .select({ since: sendingHolds.since, by: sendingHolds.by })
    .from(sendingHolds)
    .where(and(eq(sendingHolds.scope, RESTORED.scope), eq(sendingHolds.reason, RESTORED.reason)));
  return row ?? null;
}

/** Keeps this database from sending until it is armed; one that is kept from it already stays as it is. */
export async function insertCopyHold(q: Queryable, hold: { since: number; by: string }): Promise<void> {
  await q
    .insert(q.tables.sendingHolds)
    .values({ ...RESTORED, ...hold })
    .onConflictDoNothing();
}

/** @returns false when there was no hold to take away. */
export async function deleteCopyHold(q: Queryable): Promise<boolean> {
  const { sendingHolds } = q.tables;
  const gone = await q
    .delete(sendingHolds)
    .where(and(eq(sendingHolds.scope, RESTORED.scope), eq(sendingHolds.reason, RESTORED.reason)))
    .returning({ since: sendingHolds.since });
  return gone.length > 0;
}

/** How many planned messages are due, since when (ms, null for none), and for how many of them it is too late. */
export async function countOverdue(q: Queryable, now: number) {
  const { messages } = q.tables;
  const [row] = await q
    .select({
      due: count(),
      oldest: min(messages.notBefore),
      tooLate: sql<number>`coalesce(sum(case when ${messages.sendBy} < ${now} then 1 else 0 end), 0)`.mapWith(Number),
    })
    .from(messages)
    .where(and(isPlanned, lte(messages.notBefore, now)));
  const oldest = row?.oldest ?? null;
  return { due: row?.due ?? 0, oldest: oldest === null ? null : Number(oldest), tooLate: row?.tooLate ?? 0 };
}

/** How many messages a provider has, or may have, without a last word about them. */
export async function countInFlight(q: Queryable, now: number): Promise<number> {
  const [row] = await q.select({ inFlight: count() }).from(q.tables.messages).where(mayHaveSuccessors(q, now));
  return row?.inFlight ?? 0;
}

/**
 * Every message that is due, and every one under way that may yet be followed by another, is asked about before anything
 * goes out for it.
 * @returns how many due ones there were.
 */
export async function markCheckFirst(q: Queryable, now: number): Promise<number> {
  const { messages } = q.tables;
  await q.update(messages).set({ checkFirst: true }).where(mayHaveSuccessors(q, now));
  const marked = await q
    .update(messages)
    .set({ checkFirst: true })
    .where(and(isPlanned, lte(messages.notBefore, now)))
    .returning({ id: messages.id });
  return marked.length;
}

/** Those that a provider has without a last word are asked about at `askAt` (ms), where the provider can be asked. */
export async function askSoon(q: Queryable, params: { providers: string[]; askAt: number }): Promise<void> {
  if (params.providers.length === 0) return;
  const { messages } = q.tables;
  await q
    .update(messages)
    .set({ askAt: params.askAt })
    .where(
      and(
        inArray(messages.status, ['accepted', 'sent']),
        inArray(messages.provider, params.providers),
        gte(messages.sendBy, params.askAt),
        or(isNull(messages.askAt), gte(messages.askAt, params.askAt)),
      ),
    );
}

function mayHaveSuccessors(q: Queryable, now: number) {
  const { messages } = q.tables;
  return and(inArray(messages.status, ['claimed', 'unknown', 'accepted', 'sent']), gte(messages.sendBy, now));
}

/** When the rules of these reminders meant them to go (ms). */
export async function listRuleTimes(q: Queryable, reminderIds: string[]): Promise<Map<string, number>> {
  if (reminderIds.length === 0) return new Map();
  const { reminders } = q.tables;
  const rows = await q
    .select({ id: reminders.id, notBefore: reminders.notBefore })
    .from(reminders)
    .where(inArray(reminders.id, reminderIds));
  return new Map(rows.map((row) => [row.id, row.notBefore]));
}
