import { and, desc, eq, isNull, type InferInsertModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

/** How a customer says they look at work, as it stands; the note is sealed. Null: they have told nothing, or took it back. */
export async function findOutlook(q: Queryable, customerId: string) {
  const { outlooks } = q.tables;
  const [row] = await q
    .select()
    .from(outlooks)
    .where(and(eq(outlooks.customerId, customerId), isNull(outlooks.withdrawnAt)))
    .orderBy(desc(outlooks.toldAt), desc(outlooks.id))
    .limit(1);
  return row ?? null;
}

export async function insertOutlook(q: Queryable, row: InferInsertModel<Tables['outlooks']>): Promise<void> {
  await q.insert(q.tables.outlooks).values(row);
}

/** Takes back all that stands; the rows stay, as history. `now` in ms. */
export async function withdrawOutlooks(q: Queryable, params: { customerId: string; now: number }): Promise<void> {
  const { outlooks } = q.tables;
  await q
    .update(outlooks)
    .set({ withdrawnAt: params.now })
    .where(and(eq(outlooks.customerId, params.customerId), isNull(outlooks.withdrawnAt)));
}
