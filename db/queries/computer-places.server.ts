import { asc, eq } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** Where there are computers to use, or somebody who shows how, by name; those that are closed for good are left out. */
export async function listComputerPlaces(q: Queryable) {
  const { digitalPlaces } = q.tables;
  return q.select().from(digitalPlaces).where(eq(digitalPlaces.active, true)).orderBy(asc(digitalPlaces.name));
}
