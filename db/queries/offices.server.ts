import { asc, eq, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

export type OfficeRow = InferSelectModel<Tables['offices']>;

/** Every office, by name; there are few. */
export async function listOffices(q: Queryable): Promise<OfficeRow[]> {
  const { offices } = q.tables;
  return q.select().from(offices).orderBy(asc(offices.name));
}

/** The office with this reference, as files name it. */
export async function findOfficeWithRef(q: Queryable, ref: string): Promise<OfficeRow | null> {
  const { offices } = q.tables;
  const [row] = await q.select().from(offices).where(eq(offices.ref, ref));
  return row ?? null;
}

/** Adds an office; the one whose id is there already becomes as given. */
export async function saveOfficeRow(q: Queryable, office: OfficeRow): Promise<void> {
  const { offices } = q.tables;
  await q.insert(offices).values(office).onConflictDoUpdate({ target: offices.id, set: office });
}
