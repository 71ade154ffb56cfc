import { and, asc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { Queryable } from '../client.server';

interface Search {
  officeId: string;
  limit: number;
}

/** Customers of one office in the order in which people look through a list, with their advisers. */
function selectFound(q: Queryable, officeId: string, which: SQL | undefined, limit: number) {
  const { customers, staff } = q.tables;
  return q
    .select({
      id: customers.id,
      ref: customers.ref,
      firstName: customers.firstName,
      lastName: customers.lastName,
      knownAs: customers.knownAs,
      adviser: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName },
    })
    .from(customers)
    .leftJoin(staff, and(eq(staff.id, customers.adviserId), isNull(staff.leftAt)))
    .where(and(eq(customers.officeId, officeId), which))
    .orderBy(asc(customers.lastName), asc(customers.firstName), asc(customers.id))
    .limit(limit);
}

/**
 * Those of whose names some words begin with each of these; see `searchNameOf`.
 * @param params.words small letters and digits only, at least one.
 */
export async function listByName(q: Queryable, params: Search & { words: readonly string[] }) {
  const { customers } = q.tables;
  // The names alone are in an index of the office: what is found there is few, and only that is looked up.
  const named = q
    .select({ id: customers.id })
    .from(customers)
    .where(
      and(
        eq(customers.officeId, params.officeId),
        ...params.words.map((word) => sql`${customers.searchName} like ${`% ${word}%`}`),
      ),
    );
  return await selectFound(q, params.officeId, inArray(customers.id, named), params.limit);
}

/** Those with one of these references. */
export async function listByRef(q: Queryable, params: Search & { refs: readonly string[] }) {
  return await selectFound(q, params.officeId, inArray(q.tables.customers.ref, [...params.refs]), params.limit);
}

/** Those who have this number or email address, by its blind index. */
export async function listByContact(q: Queryable, params: Search & { valueIndex: string }) {
  const { contactPoints, customers } = q.tables;
  const having = q
    .select({ id: contactPoints.customerId })
    .from(contactPoints)
    .where(eq(contactPoints.valueIndex, params.valueIndex));
  return await selectFound(q, params.officeId, inArray(customers.id, having), params.limit);
}
