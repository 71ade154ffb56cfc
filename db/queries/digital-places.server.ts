import { and, asc, eq, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

export type DigitalPlaceRow = InferSelectModel<Tables['digitalPlaces']>;

/** The places that an office keeps and has not retired, by name. */
export async function listDigitalPlaces(q: Queryable, officeId: string): Promise<DigitalPlaceRow[]> {
  const { digitalPlaces } = q.tables;
  return q
    .select()
    .from(digitalPlaces)
    .where(and(eq(digitalPlaces.officeId, officeId), eq(digitalPlaces.active, true)))
    .orderBy(asc(digitalPlaces.name), asc(digitalPlaces.id));
}
