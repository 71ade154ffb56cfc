import { and, asc, eq, gt, lt, type InferInsertModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

/** Keeps what somebody had typed on a page, in place of what was kept of it before. */
export async function saveFormDraft(q: Queryable, row: InferInsertModel<Tables['formDrafts']>): Promise<void> {
  const { formDrafts } = q.tables;
  const { fields, savedAt, endsAt } = row;
  await q
    .insert(formDrafts)
    .values(row)
    .onConflictDoUpdate({ target: [formDrafts.customerId, formDrafts.path], set: { fields, savedAt, endsAt } });
}

/** What somebody had begun and not sent, the oldest first. */
export async function listFormDrafts(q: Queryable, params: { customerId: string; now: number }) {
  const { formDrafts } = q.tables;
  return q
    .select({ id: formDrafts.id, path: formDrafts.path })
    .from(formDrafts)
    .where(and(eq(formDrafts.customerId, params.customerId), gt(formDrafts.endsAt, params.now)))
    .orderBy(asc(formDrafts.savedAt));
}

export async function findFormDraft(q: Queryable, params: { id: string; customerId: string; now: number }) {
  const { formDrafts } = q.tables;
  const [row] = await q
    .select()
    .from(formDrafts)
    .where(
      and(
        eq(formDrafts.id, params.id),
        eq(formDrafts.customerId, params.customerId),
        gt(formDrafts.endsAt, params.now),
      ),
    );
  return row ?? null;
}

/** Throws a draft away. */
export async function deleteFormDraft(q: Queryable, params: { customerId: string; id: string }): Promise<void> {
  const { formDrafts } = q.tables;
  await q.delete(formDrafts).where(and(eq(formDrafts.customerId, params.customerId), eq(formDrafts.id, params.id)));
}

/** Forgets what was kept for a day that is over. */
export async function deleteEndedDrafts(q: Queryable, now: number): Promise<void> {
  const { formDrafts } = q.tables;
  await q.delete(formDrafts).where(lt(formDrafts.endsAt, now));
}
