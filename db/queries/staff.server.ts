import { asc, eq, inArray, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forTying } from '../dialect/locks';
import { rowsOf, takeNew } from '../dialect/bulk';
import type { Tables } from '../schema/tables';

export type StaffRow = InferSelectModel<Tables['staff']>;

/**
 * The members of staff with these references, in the order of their ids. Nobody of them can leave until the transaction is
 * over, so that whoever works here now may be named to customers.
 */
export async function listStaffByRef(q: Queryable, refs: string[]): Promise<StaffRow[]> {
  if (refs.length === 0) return [];
  const { staff } = q.tables;
  return forTying(q, q.select().from(staff).where(inArray(staff.ref, refs)).orderBy(asc(staff.id)));
}

/** What a member of staff is called by customers. */
export async function findStaffFirstName(q: Queryable, id: string): Promise<string | null> {
  const { staff } = q.tables;
  const [row] = await q.select({ firstName: staff.firstName }).from(staff).where(eq(staff.id, id));
  return row?.firstName ?? null;
}

/** Adds members of staff; one whose id is there already gets the names given. */
export async function saveStaffNames(q: Queryable, rows: StaffRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { staff } = q.tables;
  await q
    .insert(staff)
    .select(rowsOf(q, staff, rows))
    .onConflictDoUpdate({ target: staff.id, set: takeNew<Tables['staff'], keyof StaffRow>(['firstName', 'lastName']) });
}
