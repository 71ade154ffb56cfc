import { and, isNotNull, ne } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';

/** What the lines of a file name, by reference. */
export interface NamedRefs {
  customers: readonly string[];
  staff: readonly string[];
  appointments: readonly string[];
  clubs: readonly string[];
}

/** Those of the references that belong to another office. */
export async function listForeignRefs(
  q: Queryable,
  officeId: string,
  named: NamedRefs,
): Promise<Record<keyof NamedRefs, ReadonlySet<string>>> {
  const { customers, staff, appointments, clubs } = q.tables;
  const foreign = async (
    table: SQLiteTable & { ref: SQLiteColumn; officeId: SQLiteColumn },
    refs: readonly string[],
  ) => {
    if (refs.length === 0) return new Set<string>();
    const rows = await q
      .select({ ref: table.ref })
      .from(table)
      .where(and(isOneOf(q, table.ref, refs), isNotNull(table.officeId), ne(table.officeId, officeId)));
    return new Set(rows.map(({ ref }) => String(ref)));
  };
  return {
    customers: await foreign(customers, named.customers),
    staff: await foreign(staff, named.staff),
    appointments: await foreign(appointments, named.appointments),
    clubs: await foreign(clubs, named.clubs),
  };
}
