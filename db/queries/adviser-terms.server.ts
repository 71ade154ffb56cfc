import { and, isNull, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { isOneOf, rowsOf, updateRows, type RowChange } from '../dialect/bulk';
import type { Tables } from '../schema/tables';

export type AdviserTermRow = InferSelectModel<Tables['adviserTerms']>;

/** The terms of these customers that last still: one each at most. */
export async function listOpenTerms(q: Queryable, customerIds: readonly string[]): Promise<AdviserTermRow[]> {
  if (customerIds.length === 0) return [];
  const { adviserTerms } = q.tables;
  return q
    .select()
    .from(adviserTerms)
    .where(and(isNull(adviserTerms.untilAt), isOneOf(q, adviserTerms.customerId, customerIds)));
}

/** Adds terms. @throws when one would overlap another of the same customer. */
export async function insertAdviserTerms(q: Queryable, rows: readonly AdviserTermRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { adviserTerms } = q.tables;
  await q.insert(adviserTerms).select(rowsOf(q, adviserTerms, rows));
}

/** Changes terms: ends them, or corrects whom they name. */
export async function updateAdviserTerms(
  q: Queryable,
  changes: readonly RowChange<Tables['adviserTerms']>[],
): Promise<void> {
  await updateRows(q, q.tables.adviserTerms, changes);
}
