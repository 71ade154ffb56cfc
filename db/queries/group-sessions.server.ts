import { and, asc, eq, gt, gte, inArray, isNull, lt, sql, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';
import { forChange } from '../dialect/locks';
import type { Tables } from '../schema/tables';
import type { AppointmentRow } from './appointments.server';

export type GroupSessionRow = InferSelectModel<Tables['groupSessions']>;

/** What takes a place: whoever comes, came or should have come. */
const HOLDING = ['booked', 'attended', 'failed_to_attend'] as const;

function selectSessions(q: Queryable) {
  const { groupSessions, staff, places } = q.tables;
  return q
    .select({
      session: groupSessions,
      adviser: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName },
      place: {
        id: places.id,
        kind: places.kind,
        name: places.name,
        address: places.address,
        postcode: places.postcode,
      },
    })
    .from(groupSessions)
    .innerJoin(staff, eq(staff.id, groupSessions.adviserId))
    .leftJoin(places, eq(places.id, groupSessions.placeId));
}

/** An office's sessions that begin between two instants (ms), earliest first; those that were cancelled among them. */
export async function listGroupSessions(q: Queryable, params: { officeId: string; from: number; to: number }) {
  const { groupSessions: g } = q.tables;
  return await selectSessions(q)
    .where(and(eq(g.officeId, params.officeId), gte(g.startsAt, params.from), lt(g.startsAt, params.to)))
    .orderBy(asc(g.startsAt), asc(g.id));
}

/** One session of an office, or null: not there and not theirs look the same. */
export async function findGroupSession(q: Queryable, params: { id: string; officeId: string }) {
  const { groupSessions: g } = q.tables;
  const [row] = await selectSessions(q).where(and(eq(g.id, params.id), eq(g.officeId, params.officeId)));
  return row ?? null;
}

/** How many places of each of these sessions are taken. */
export async function countTakenPlaces(q: Queryable, sessionIds: string[]): Promise<Map<string, number>> {
  if (sessionIds.length === 0) return new Map();
  const { appointments: a } = q.tables;
  const rows = await q
    .select({ id: a.groupId, taken: sql<number>`count(*)`.mapWith(Number) })
    .from(a)
    .where(and(isOneOf(q, a.groupId, sessionIds), inArray(a.status, [...HOLDING])))
    .groupBy(a.groupId);
  return new Map(rows.map(({ id, taken }) => [id!, taken]));
}

/** Everybody who has, or had, a place in a session, by last name. */
export async function listGroupPlaces(q: Queryable, sessionId: string) {
  const { appointments: a, customers } = q.tables;
  return await q
    .select({
      appointment: a,
      customer: {
        ...{ id: customers.id, ref: customers.ref, firstName: customers.firstName, lastName: customers.lastName },
        ...{ knownAs: customers.knownAs, noMessages: customers.noMessages },
      },
    })
    .from(a)
    .innerJoin(customers, eq(customers.id, a.customerId))
    .where(eq(a.groupId, sessionId))
    .orderBy(asc(customers.lastName), asc(customers.firstName), asc(a.id));
}

/** A session, locked: whoever takes one of its places or cancels it goes through here, one at a time. */
export async function lockGroupSession(
  q: Queryable,
  params: { id: string; officeId: string },
): Promise<GroupSessionRow | null> {
  const { groupSessions: g } = q.tables;
  const [row] = await forChange(
    q,
    q
      .select()
      .from(g)
      .where(and(eq(g.id, params.id), eq(g.officeId, params.officeId))),
  );
  return row ?? null;
}

/** The appointments in a session that stand, locked, in the order in which everybody locks them. */
export async function lockGroupPlaces(q: Queryable, sessionId: string): Promise<AppointmentRow[]> {
  const { appointments: a } = q.tables;
  return forChange(
    q,
    q
      .select()
      .from(a)
      .where(and(eq(a.groupId, sessionId), eq(a.status, 'booked')))
      .orderBy(asc(a.ref)),
  );
}

export async function insertGroupSession(q: Queryable, row: GroupSessionRow): Promise<void> {
  await q.insert(q.tables.groupSessions).values(row);
}

export async function markGroupSessionCancelled(q: Queryable, id: string, at: number): Promise<void> {
  const { groupSessions } = q.tables;
  await q.update(groupSessions).set({ cancelledAt: at }).where(eq(groupSessions.id, id));
}

/** Another session of that id, whatever its office. */
export async function findGroupSessionById(q: Queryable, id: string): Promise<GroupSessionRow | null> {
  const { groupSessions: g } = q.tables;
  const [row] = await q.select().from(g).where(eq(g.id, id));
  return row ?? null;
}

/** A room or venue of an office that is in use, locked, so that two sessions are not put in it at once. */
export async function lockMeetingPlace(q: Queryable, params: { id: string; officeId: string }) {
  const { places } = q.tables;
  const [row] = await forChange(
    q,
    q
      .select()
      .from(places)
      .where(and(eq(places.id, params.id), eq(places.officeId, params.officeId), eq(places.active, true))),
  );
  return row ?? null;
}

/** True when a session or an appointment is in a place between two instants (ms). */
export async function isPlaceTaken(q: Queryable, params: { placeId: string; from: number; to: number }) {
  const { groupSessions: g, appointments: a } = q.tables;
  const sessions = await q.$count(
    g,
    and(eq(g.placeId, params.placeId), isNull(g.cancelledAt), lt(g.startsAt, params.to), gt(g.endsAt, params.from)),
  );
  if (sessions > 0) return true;
  const meetings = await q.$count(
    a,
    and(
      eq(a.placeId, params.placeId),
      eq(a.status, 'booked'),
      isNull(a.groupId),
      lt(a.startsAt, params.to),
      gt(a.endsAt, params.from),
    ),
  );
  return meetings > 0;
}
