import { asc, inArray, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { rowsOf, takeNew } from '../dialect/bulk';
import { forChange } from '../dialect/locks';
import type { Tables } from '../schema/tables';

export type CustomerRow = InferSelectModel<Tables['customers']>;

/** The customers with these references, locked, always in the same order so that two imports cannot block each other. */
export async function lockCustomersByRef(q: Queryable, refs: string[]): Promise<CustomerRow[]> {
  if (refs.length === 0) return [];
  const { customers } = q.tables;
  return forChange(q, q.select().from(customers).where(inArray(customers.ref, refs)).orderBy(asc(customers.ref)));
}

/** Adds customers; one whose id is there already becomes as given, except when it was made. */
export async function saveCustomerRows(q: Queryable, rows: CustomerRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { customers } = q.tables;
  await q
    .insert(customers)
    .select(rowsOf(q, customers, rows))
    .onConflictDoUpdate({
      target: customers.id,
      set: takeNew<Tables['customers'], keyof CustomerRow>([
        'officeId',
        'adviserId',
        'firstName',
        'lastName',
        'language',
        'discreet',
        'preferredChannel',
        'officeSaid',
        'homeArea',
        'updatedAt',
      ]),
    });
}
