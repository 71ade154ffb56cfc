import { and, asc, count, desc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { runPrepared } from '../dialect/prepared';

/** A page of a customer's journal, newest first, with the colleagues who wrote and who dealt with it; sealed. */
export async function listEntries(q: Queryable, params: { customerId: string; limit: number; offset: number }) {
  const { journalEntries: entries, staff } = q.tables;
  return await q
    .select({ entry: entries, by: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName } })
    .from(entries)
    .leftJoin(staff, eq(staff.id, sql`coalesce(${entries.doneBy}, ${entries.staffId})`))
    .where(eq(entries.customerId, params.customerId))
    .orderBy(desc(entries.at), desc(entries.id))
    .limit(params.limit)
    .offset(params.offset);
}

/** What rules need of all entries of a customer since an instant (ms), newest first. */
export async function listEntryStates(q: Queryable, params: { customerId: string; since: number }) {
  const { journalEntries: entries } = q.tables;
  const { id, at, writtenBy, readAt, doneAt } = entries;
  return await q
    .select({ id, at, writtenBy, readAt, doneAt })
    .from(entries)
    .where(and(eq(entries.customerId, params.customerId), sql`${entries.at} >= ${params.since}`))
    .orderBy(desc(entries.at), desc(entries.id));
}

/** The newest entry of a customer that one side wrote, or null. */
export async function findNewestEntry(q: Queryable, params: { customerId: string; writtenBy: 'customer' | 'staff' }) {
  const { journalEntries: entries } = q.tables;
  const [row] = await q
    .select()
    .from(entries)
    .where(and(eq(entries.customerId, params.customerId), eq(entries.writtenBy, params.writtenBy)))
    .orderBy(desc(entries.at), desc(entries.id))
    .limit(1);
  return row ?? null;
}

export async function findEntry(q: Queryable, id: string) {
  const { journalEntries: entries } = q.tables;
  const [row] = await q.select().from(entries).where(eq(entries.id, id));
  return row ?? null;
}

/** An entry of a customer of this office, or null: not there and not theirs look the same. */
export async function findOfficeEntry(q: Queryable, params: { id: string; officeId: string }) {
  const { journalEntries: entries, customers } = q.tables;
  const [row] = await q
    .select({ entry: entries })
    .from(entries)
    .innerJoin(customers, eq(customers.id, entries.customerId))
    .where(and(eq(entries.id, params.id), eq(customers.officeId, params.officeId)));
  return row?.entry ?? null;
}

export async function insertEntry(q: Queryable, row: typeof q.tables.journalEntries.$inferInsert): Promise<void> {
  await q.insert(q.tables.journalEntries).values(row);
}

export async function deleteEntry(q: Queryable, id: string): Promise<void> {
  const { journalEntries: entries } = q.tables;
  await q.delete(entries).where(eq(entries.id, id));
}

/** Says that what one side wrote, up to an instant (ms), was read by the other at `now`; what was read before keeps its time. */
export async function markRead(
  q: Queryable,
  params: { customerId: string; writtenBy: 'customer' | 'staff'; until: number; now: number },
): Promise<void> {
  const { journalEntries: entries } = q.tables;
  await q
    .update(entries)
    .set({ readAt: params.now })
    .where(
      and(
        eq(entries.customerId, params.customerId),
        eq(entries.writtenBy, params.writtenBy),
        lte(entries.at, params.until),
        isNull(entries.readAt),
      ),
    );
}

/** What was done about an entry, or, with nulls, that nothing was. */
export async function updateDone(
  q: Queryable,
  id: string,
  change: { readAt?: number; doneAt: number | null; doneBy: string | null; doneNote: string | null },
): Promise<void> {
  const { journalEntries: entries } = q.tables;
  await q.update(entries).set(change).where(eq(entries.id, id));
}

/** How many entries of the staff a customer has not said they read. */
export async function countUnread(q: Queryable, customerId: string): Promise<number> {
  const { journalEntries: entries } = q.tables;
  const theirs = eq(entries.customerId, sql.placeholder('customerId'));
  const unread = () =>
    q
      .select({ count: count() })
      .from(entries)
      .where(and(theirs, eq(entries.writtenBy, 'staff'), isNull(entries.readAt)));
  const [row] = await runPrepared(q, 'unread', unread, { customerId });
  return row!.count;
}

/**
 * Customers' entries that nobody has answered or dealt with, oldest first.
 * @param params.adviserIds whose customers, together with those who have no adviser; null for the whole office's.
 */
export async function listUnansweredEntries(
  q: Queryable,
  params: { officeId: string; adviserIds: readonly string[] | null; limit: number },
) {
  const { journalEntries: entries, customers } = q.tables;
  const { officeId, adviserIds } = params;
  const whose =
    adviserIds === null ? undefined : or(inArray(customers.adviserId, [...adviserIds]), isNull(customers.adviserId));
  const answered = sql`exists (select 1 from ${entries} as answer where answer.customer_id = ${entries.customerId}
    and answer.written_by = 'staff' and (answer.at > ${entries.at} or (answer.at = ${entries.at} and answer.id > ${entries.id})))`;
  return await q
    .select({
      id: entries.id,
      at: entries.at,
      customer: { id: customers.id, firstName: customers.firstName, lastName: customers.lastName },
    })
    .from(entries)
    .innerJoin(customers, eq(customers.id, entries.customerId))
    .where(
      and(
        eq(customers.officeId, officeId),
        whose,
        eq(entries.writtenBy, 'customer'),
        isNull(entries.doneAt),
        sql`not ${answered}`,
      ),
    )
    .orderBy(asc(entries.at), asc(entries.id))
    .limit(params.limit);
}
