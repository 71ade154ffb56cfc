import { and, eq, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';
import { insertRows } from '../dialect/insert-rows';
import type { Tables } from '../schema/tables';

export type ContactPointRow = InferSelectModel<Tables['contactPoints']>;

/** The contact points of these customers without the sealed values: enough to see whether a value is known. */
export async function listContactPointIndexes(q: Queryable, customerIds: string[]) {
  if (customerIds.length === 0) return [];
  const { contactPoints } = q.tables;
  return q
    .select({
      id: contactPoints.id,
      customerId: contactPoints.customerId,
      kind: contactPoints.kind,
      valueIndex: contactPoints.valueIndex,
    })
    .from(contactPoints)
    .where(isOneOf(q, contactPoints.customerId, customerIds));
}

/** Whose these numbers and addresses are in an office, by their blind indexes. */
export async function listContactHolders(q: Queryable, params: { officeId: string; indexes: readonly string[] }) {
  if (params.indexes.length === 0) return [];
  const { contactPoints, customers } = q.tables;
  return q
    .select({
      valueIndex: contactPoints.valueIndex,
      ref: customers.ref,
      firstName: customers.firstName,
      lastName: customers.lastName,
    })
    .from(contactPoints)
    .innerJoin(customers, eq(customers.id, contactPoints.customerId))
    .where(and(isOneOf(q, contactPoints.valueIndex, params.indexes), eq(customers.officeId, params.officeId)))
    .orderBy(customers.ref);
}

export async function insertContactPoints(q: Queryable, rows: ContactPointRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { contactPoints } = q.tables;
  await insertRows(q, contactPoints, rows);
}

export async function deleteContactPoints(q: Queryable, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const { contactPoints } = q.tables;
  await q.delete(contactPoints).where(isOneOf(q, contactPoints.id, ids));
}
