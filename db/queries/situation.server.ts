import { and, asc, eq, isNull, type InferInsertModel } from 'drizzle-orm';
import type { Barrier } from '~/domain/situation/barrier';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';
import { forChange } from '../dialect/locks';
import type { Tables } from '../schema/tables';

/** Holds a customer's record, so that two forms sent at once are saved one after the other. */
export async function lockCustomer(q: Queryable, customerId: string): Promise<void> {
  const { customers } = q.tables;
  await forChange(q, q.select({ id: customers.id }).from(customers).where(eq(customers.id, customerId)));
}

/** What a customer has told and not taken back; the notes are sealed. */
export async function listBarriers(q: Queryable, customerId: string) {
  const { barriers } = q.tables;
  return q
    .select()
    .from(barriers)
    .where(and(eq(barriers.customerId, customerId), isNull(barriers.withdrawnAt)))
    .orderBy(asc(barriers.toldAt), asc(barriers.id));
}

export async function insertBarriers(q: Queryable, rows: InferInsertModel<Tables['barriers']>[]): Promise<void> {
  if (rows.length > 0) await q.insert(q.tables.barriers).values(rows);
}

/** Takes back; the rows stay, as history. `now` in ms. */
export async function withdrawBarriers(q: Queryable, params: { ids: string[]; now: number }): Promise<void> {
  if (params.ids.length === 0) return;
  const { barriers } = q.tables;
  await q
    .update(barriers)
    .set({ withdrawnAt: params.now })
    .where(and(isOneOf(q, barriers.id, params.ids), isNull(barriers.withdrawnAt)));
}

/** Who helps in the neighbourhood of an office. */
export async function listLocalHelp(q: Queryable, params: { officeId: string; kinds: readonly Barrier[] }) {
  if (params.kinds.length === 0) return [];
  const { localHelp } = q.tables;
  return q
    .select()
    .from(localHelp)
    .where(
      and(
        eq(localHelp.officeId, params.officeId),
        eq(localHelp.active, true),
        isOneOf(q, localHelp.barrier, [...params.kinds]),
      ),
    )
    .orderBy(asc(localHelp.ref));
}
