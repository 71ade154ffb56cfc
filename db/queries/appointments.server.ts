import { and, asc, desc, eq, sql, type InferSelectModel } from 'drizzle-orm';
import { replacementRef } from '~/domain/appointment/replacement';
import type { ActorKind } from '~/domain/access/role';
import type { AppointmentEventKind } from '~/domain/appointment/appointment';
import type { Queryable } from '../client.server';
import { asOneValue, isOneOf, isOneOfNamed } from '../dialect/bulk';
import { insertRows } from '../dialect/insert-rows';
import { forChange } from '../dialect/locks';
import { runPrepared } from '../dialect/prepared';
import type { Tables } from '../schema/tables';

export type AppointmentRow = InferSelectModel<Tables['appointments']>;
export type AppointmentEventRow = InferSelectModel<Tables['appointmentEvents']>;
export type AppointmentLinkRow = InferSelectModel<Tables['appointmentLinks']>;

export async function findAppointment(q: Queryable, id: string): Promise<AppointmentRow | null> {
  const { appointments } = q.tables;
  const [row] = await q.select().from(appointments).where(eq(appointments.id, id));
  return row ?? null;
}

export async function findAppointmentByRef(q: Queryable, ref: string): Promise<AppointmentRow | null> {
  const { appointments } = q.tables;
  const named = () =>
    q
      .select()
      .from(appointments)
      .where(eq(appointments.ref, sql.placeholder('ref')));
  const [row] = await runPrepared(q, 'appointment of a reference', named, { ref });
  return row ?? null;
}

/** What was booked in place of an appointment that had begun, whatever became of it. */
export async function listReplacements(q: Queryable, ref: string): Promise<AppointmentRow[]> {
  const { appointments } = q.tables;
  const found: AppointmentRow[] = [];
  // One at a time by the unique reference: a pattern would find other appointments' references, too.
  for (;;) {
    const [row] = await q
      .select()
      .from(appointments)
      .where(eq(appointments.ref, replacementRef(ref, found.length)));
    if (!row) return found;
    found.push(row);
  }
}

/** One appointment, locked for a decision about it. */
export async function lockAppointment(q: Queryable, id: string): Promise<AppointmentRow | null> {
  const { appointments } = q.tables;
  const [row] = await forChange(q, q.select().from(appointments).where(eq(appointments.id, id)));
  return row ?? null;
}

/** The appointments with these references, locked, always in the same order so that two imports cannot block each other. */
export async function lockAppointmentsByRef(q: Queryable, refs: string[]): Promise<AppointmentRow[]> {
  if (refs.length === 0) return [];
  const { appointments } = q.tables;
  const named = () =>
    forChange(
      q,
      q
        .select()
        .from(appointments)
        .where(isOneOfNamed(q, appointments.ref, 'refs'))
        .orderBy(asc(appointments.ref)),
    );
  return runPrepared(q, 'appointments of references, locked', named, { refs: asOneValue(q, refs) });
}

/**
 * Inserts appointments; a reference that somebody else has just used is left alone.
 * @returns the ids that were inserted.
 */
export async function insertAppointments(q: Queryable, rows: AppointmentRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const { appointments } = q.tables;
  await insertRows(q, appointments, rows, { target: ['ref'] });
  const there = () =>
    q
      .select({ id: appointments.id })
      .from(appointments)
      .where(isOneOfNamed(q, appointments.id, 'ids'));
  const ids = rows.map((row) => row.id);
  const inserted = await runPrepared(q, 'which appointments are there', there, { ids: asOneValue(q, ids) });
  return new Set(inserted.map((row) => row.id));
}

/** Writes the new state of appointments that are there; the caller holds their locks. */
export async function updateAppointments(q: Queryable, rows: AppointmentRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { appointments } = q.tables;
  await insertRows(q, appointments, rows, {
    target: ['id'],
    take: [
      'customerId',
      'adviserId',
      'officeId',
      'kind',
      'mode',
      'startsAt',
      'endsAt',
      'purpose',
      'bring',
      'status',
      'late',
      'missedReason',
      'placeId',
      'venue',
      'groupId',
      'version',
      'confirmedAt',
      'cannotComeAt',
      'cannotComeReason',
      'updatedAt',
    ],
  });
}

export async function insertAppointmentEvents(q: Queryable, events: AppointmentEventRow[]): Promise<void> {
  if (events.length === 0) return;
  const { appointmentEvents } = q.tables;
  await insertRows(q, appointmentEvents, events);
}

/** Writes what events hold (`after`) anew. */
export async function rewriteEvents(q: Queryable, events: AppointmentEventRow[]): Promise<void> {
  if (events.length === 0) return;
  const { appointmentEvents } = q.tables;
  await insertRows(q, appointmentEvents, events, { target: ['id'], take: ['after'] });
}

/** The newest event of a kind, undone or not. */
export async function findLatestEvent(
  q: Queryable,
  params: { appointmentId: string; kind: AppointmentEventKind },
): Promise<AppointmentEventRow | null> {
  const { appointmentEvents: events } = q.tables;
  const [row] = await q
    .select()
    .from(events)
    .where(and(eq(events.appointmentId, params.appointmentId), eq(events.kind, params.kind)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1);
  return row ?? null;
}

/** Everything that happened to an appointment, oldest first. */
export async function listAppointmentEvents(q: Queryable, appointmentId: string): Promise<AppointmentEventRow[]> {
  const { appointmentEvents: events } = q.tables;
  return q.select().from(events).where(eq(events.appointmentId, appointmentId)).orderBy(asc(events.at), asc(events.id));
}

/** What one kind of actor has said about these appointments, newest first. */
export async function listEventsByActorKind(
  q: Queryable,
  params: { appointmentIds: string[]; actorKind: ActorKind },
): Promise<AppointmentEventRow[]> {
  if (params.appointmentIds.length === 0) return [];
  const { appointmentEvents: events } = q.tables;
  return q
    .select()
    .from(events)
    .where(and(isOneOf(q, events.appointmentId, params.appointmentIds), eq(events.actorKind, params.actorKind)))
    .orderBy(desc(events.at), desc(events.id));
}

export async function markEventUndone(q: Queryable, id: string, now: number): Promise<void> {
  const { appointmentEvents: events } = q.tables;
  await q.update(events).set({ undoneAt: now }).where(eq(events.id, id));
}

/** Keeps the hash of each link; one that is there stays as it is. */
export async function insertAppointmentLinks(q: Queryable, links: AppointmentLinkRow[]): Promise<void> {
  if (links.length === 0) return;
  const { appointmentLinks } = q.tables;
  await insertRows(q, appointmentLinks, links, { target: ['tokenHash'] });
}
