import { and, asc, eq, gt, inArray, isNull, lt, ne, sql } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forChange } from '../dialect/locks';
import { runPrepared } from '../dialect/prepared';

function columns(q: Queryable) {
  const { places } = q.tables;
  const { id, kind, name, address, postcode, officeId, active } = places;
  return { id, kind, name, address, postcode, officeId, active };
}

/** A place of any office, in use or not; null when there is none. */
export async function findPlace(q: Queryable, id: string) {
  const { places } = q.tables;
  const [row] = await q.select(columns(q)).from(places).where(eq(places.id, id));
  return row ?? null;
}

/** A place of an office that is in use, locked: of two who want a room at once the second sees the first. */
export async function lockPlace(q: Queryable, params: { id: string; officeId: string }) {
  const { places } = q.tables;
  const [row] = await forChange(q, q.select(columns(q)).from(places).where(eq(places.id, params.id)));
  return row?.officeId === params.officeId && row.active ? row : null;
}

/** The venues of an office that are in use, by name. */
export async function listVenues(q: Queryable, officeId: string) {
  const { places } = q.tables;
  return await q
    .select(columns(q))
    .from(places)
    .where(and(eq(places.officeId, officeId), eq(places.kind, 'venue'), eq(places.active, true)))
    .orderBy(asc(places.name), asc(places.id));
}

/**
 * When others have a room, between two instants (ms): appointments of other advisers, and groups. An adviser's own
 * appointments are in their diary already.
 */
export async function listRoomUse(
  q: Queryable,
  params: { placeId: string; adviserId: string; from: number; to: number; exceptId: string | null },
) {
  const { appointments, groupSessions } = q.tables;
  const meetings = await q
    .select({ startsAt: appointments.startsAt, endsAt: appointments.endsAt })
    .from(appointments)
    .where(
      and(
        eq(appointments.placeId, params.placeId),
        ne(appointments.adviserId, params.adviserId),
        inArray(appointments.status, ['booked', 'attended', 'failed_to_attend']),
        isNull(appointments.groupId),
        lt(appointments.startsAt, params.to),
        gt(appointments.endsAt, params.from),
        ne(appointments.id, params.exceptId ?? ''),
      ),
    );
  const sessions = await q
    .select({ startsAt: groupSessions.startsAt, endsAt: groupSessions.endsAt })
    .from(groupSessions)
    .where(
      and(
        eq(groupSessions.placeId, params.placeId),
        ne(groupSessions.adviserId, params.adviserId),
        isNull(groupSessions.cancelledAt),
        lt(groupSessions.startsAt, params.to),
        gt(groupSessions.endsAt, params.from),
      ),
    );
  return [...meetings, ...sessions];
}

/** What a kind of appointment keeps free after it, in minutes; none where the office does not know the kind. */
export async function findBufferMinutes(q: Queryable, params: { officeId: string; kind: string }): Promise<number> {
  const { appointmentKinds: kinds } = q.tables;
  const buffer = () =>
    q
      .select({ minutes: kinds.bufferMinutes })
      .from(kinds)
      .where(and(eq(kinds.officeId, sql.placeholder('officeId')), eq(kinds.ref, sql.placeholder('kind'))));
  const [row] = await runPrepared(q, 'time kept free after a kind', buffer, {
    officeId: params.officeId,
    kind: params.kind,
  });
  return row?.minutes ?? 0;
}
