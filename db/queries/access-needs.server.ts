import { and, asc, eq, inArray, isNull, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

export type AccessNeedRow = InferSelectModel<Tables['accessNeeds']>;

/** What a customer has told us that they need, withdrawn ones too, oldest first. */
export async function listAccessNeeds(q: Queryable, customerId: string): Promise<AccessNeedRow[]> {
  const { accessNeeds } = q.tables;
  return q
    .select()
    .from(accessNeeds)
    .where(eq(accessNeeds.customerId, customerId))
    .orderBy(asc(accessNeeds.toldAt), asc(accessNeeds.id));
}

export async function insertAccessNeeds(q: Queryable, rows: InferInsertModel<Tables['accessNeeds']>[]): Promise<void> {
  if (rows.length > 0) await q.insert(q.tables.accessNeeds).values(rows);
}

export async function withdrawAccessNeeds(q: Queryable, ids: string[], now: number): Promise<void> {
  if (ids.length === 0) return;
  const { accessNeeds } = q.tables;
  await q
    .update(accessNeeds)
    .set({ withdrawnAt: now })
    .where(and(inArray(accessNeeds.id, ids), isNull(accessNeeds.withdrawnAt)));
}
