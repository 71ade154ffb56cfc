import { and, asc, eq, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

export type KindRow = InferSelectModel<Tables['appointmentKinds']>;
export type PlaceRow = InferSelectModel<Tables['places']>;

/** The kinds of appointment that an office books, in its own order. */
export async function listBookableKinds(q: Queryable, officeId: string): Promise<KindRow[]> {
  const { appointmentKinds: kinds } = q.tables;
  return await q
    .select()
    .from(kinds)
    .where(and(eq(kinds.officeId, officeId), eq(kinds.active, true)))
    .orderBy(asc(kinds.position), asc(kinds.id));
}

/** Rooms and venues where an office meets people, by name. */
export async function listMeetingPlaces(q: Queryable, officeId: string): Promise<PlaceRow[]> {
  const { places } = q.tables;
  return await q
    .select()
    .from(places)
    .where(and(eq(places.officeId, officeId), eq(places.active, true)))
    .orderBy(asc(places.name), asc(places.id));
}
