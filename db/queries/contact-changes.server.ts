import { and, asc, desc, eq, inArray, isNotNull, isNull, sql, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forUpdate } from '../dialect/locks';
import type { Tables } from '../schema/tables';

export type ContactChangeRow = InferSelectModel<Tables['contactChanges']>;

export async function insertContactChange(
  q: Queryable,
  row: Pick<ContactChangeRow, 'id' | 'customerId' | 'kind' | 'value' | 'valueIndex' | 'createdAt' | 'expiresAt'> &
    Partial<ContactChangeRow>,
): Promise<void> {
  await q.insert(q.tables.contactChanges).values(row);
}

/** A customer's own change; null when there is none, or it is somebody else's. */
export async function findContactChange(q: Queryable, key: { id: string; customerId: string }) {
  const { contactChanges } = q.tables;
  const [row] = await q
    .select()
    .from(contactChanges)
    .where(and(eq(contactChanges.id, key.id), eq(contactChanges.customerId, key.customerId)));
  return row ?? null;
}

/** The same, locked. */
export async function lockContactChange(q: Queryable, key: { id: string; customerId: string }) {
  const { contactChanges } = q.tables;
  const [row] = await forUpdate(
    q,
    q
      .select()
      .from(contactChanges)
      .where(and(eq(contactChanges.id, key.id), eq(contactChanges.customerId, key.customerId))),
  );
  return row ?? null;
}

/** The change that a customer has begun last and neither confirmed nor cancelled. */
export async function findOpenChange(q: Queryable, customerId: string) {
  const { contactChanges } = q.tables;
  const [row] = await q
    .select()
    .from(contactChanges)
    .where(and(eq(contactChanges.customerId, customerId), isOpen(q)))
    .orderBy(desc(contactChanges.createdAt), desc(contactChanges.id))
    .limit(1);
  return row ?? null;
}

/** Ends whatever a customer has begun and not confirmed. @returns how many that were. */
export async function cancelOpenChanges(q: Queryable, customerId: string, now: number): Promise<number> {
  const { contactChanges } = q.tables;
  const ended = await q
    .update(contactChanges)
    .set({ cancelledAt: now })
    .where(and(eq(contactChanges.customerId, customerId), isOpen(q)))
    .returning({ id: contactChanges.id });
  return ended.length;
}

function isOpen(q: Queryable) {
  const { contactChanges } = q.tables;
  return and(isNull(contactChanges.confirmedAt), isNull(contactChanges.cancelledAt));
}

export async function updateContactChange(
  q: Queryable,
  id: string,
  change: Partial<Pick<ContactChangeRow, 'codeHash' | 'tries' | 'expiresAt' | 'confirmedAt' | 'cancelledAt'>>,
): Promise<void> {
  const { contactChanges } = q.tables;
  await q.update(contactChanges).set(change).where(eq(contactChanges.id, id));
}

export async function countChangeTry(q: Queryable, id: string): Promise<void> {
  const { contactChanges } = q.tables;
  await q
    .update(contactChanges)
    .set({ tries: sql`${contactChanges.tries} + 1` })
    .where(eq(contactChanges.id, id));
}

/** What these customers have changed themselves, oldest first, without the sealed values. */
export async function listConfirmedChanges(q: Queryable, customerIds: string[]) {
  if (customerIds.length === 0) return [];
  const { contactChanges } = q.tables;
  return q
    .select({
      customerId: contactChanges.customerId,
      valueIndex: contactChanges.valueIndex,
      replacedIndex: contactChanges.replacedIndex,
    })
    .from(contactChanges)
    .where(and(inArray(contactChanges.customerId, customerIds), isNotNull(contactChanges.confirmedAt)))
    .orderBy(asc(contactChanges.confirmedAt), asc(contactChanges.id));
}
