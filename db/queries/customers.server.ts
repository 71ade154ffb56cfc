import { and, asc, eq, gt, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { searchNameOf } from '~/domain/contact/search-name';
import { isOneOf, updateRows } from '../dialect/bulk';
import { insertRows } from '../dialect/insert-rows';
import { forChange } from '../dialect/locks';
import type { Tables } from '../schema/tables';

export type CustomerRow = InferSelectModel<Tables['customers']>;

/** The customers with these references, locked, always in the same order so that two imports cannot block each other. */
export async function lockCustomersByRef(q: Queryable, refs: string[]): Promise<CustomerRow[]> {
  if (refs.length === 0) return [];
  const { customers } = q.tables;
  return forChange(
    q,
    q
      .select()
      .from(customers)
      .where(isOneOf(q, customers.ref, refs))
      .orderBy(asc(customers.ref)),
  );
}

/** Adds customers; one whose id is there already becomes as given, except when it was made. */
export async function saveCustomerRows(q: Queryable, rows: CustomerRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { customers } = q.tables;
  const named = rows.map((row) => ({ ...row, searchName: searchNameOf(row) }));
  await insertRows(q, customers, named, {
    target: ['id'],
    take: [
      'officeId',
      'adviserId',
      'firstName',
      'lastName',
      'searchName',
      'language',
      'discreet',
      'preferredChannel',
      'officeSaid',
      'homeArea',
      'updatedAt',
    ],
  });
}

/** Customers of an office, locked, in the same order as imports lock them. */
export async function lockOfficeCustomers(
  q: Queryable,
  params: { officeId: string; ids: readonly string[] },
): Promise<Pick<CustomerRow, 'id' | 'adviserId'>[]> {
  const { customers } = q.tables;
  return forChange(
    q,
    q
      .select({ id: customers.id, adviserId: customers.adviserId })
      .from(customers)
      .where(and(eq(customers.officeId, params.officeId), isOneOf(q, customers.id, params.ids)))
      .orderBy(asc(customers.ref)),
  );
}

/** Writes whose customer somebody is; `adviser_terms` is written with it, in the same transaction. */
export async function updateCustomerAdvisers(
  q: Queryable,
  changes: readonly { id: string; adviserId: string | null; updatedAt: number }[],
): Promise<void> {
  await updateRows(q, q.tables.customers, changes);
}

/** How many customers an adviser has, and how many appointments of theirs stand ahead of an instant (ms). */
export async function countLeft(q: Queryable, params: { officeId: string; adviserId: string; now: number }) {
  const { appointments, customers } = q.tables;
  return {
    customers: await q.$count(
      customers,
      and(eq(customers.officeId, params.officeId), eq(customers.adviserId, params.adviserId)),
    ),
    appointments: await q.$count(
      appointments,
      and(
        eq(appointments.officeId, params.officeId),
        eq(appointments.adviserId, params.adviserId),
        eq(appointments.status, 'booked'),
        gt(appointments.startsAt, params.now),
      ),
    ),
  };
}
