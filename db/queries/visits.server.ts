import { and, asc, desc, eq, gte, isNull, or, sql, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forChange } from '../dialect/locks';
import { runPrepared } from '../dialect/prepared';
import type { Tables } from '../schema/tables';

export type VisitRow = InferSelectModel<Tables['visits']>;

export async function insertVisit(q: Queryable, visit: VisitRow): Promise<void> {
  await q.insert(q.tables.visits).values(visit);
}

/** Changes what is named of a visit. */
export async function updateVisit(q: Queryable, id: string, change: Partial<Omit<VisitRow, 'id'>>): Promise<void> {
  const { visits } = q.tables;
  await q.update(visits).set(change).where(eq(visits.id, id));
}

/** The visits of a customer that nobody has ended, the newest first, with whoever looks after them. */
export async function listStandingVisits(q: Queryable, customerId: string) {
  const { visits, staff } = q.tables;
  const standing = () =>
    q
      .select({ visit: visits, champion: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName } })
      .from(visits)
      .leftJoin(staff, eq(staff.id, visits.championId))
      .where(and(eq(visits.customerId, sql.placeholder('customerId')), isNull(visits.endedAt)))
      .orderBy(desc(visits.askedAt), desc(visits.id));
  return runPrepared(q, 'standing visits', standing, { customerId });
}

/** A visit of this office, locked; null when there is none, or it is another office's. */
export async function lockDeskVisit(q: Queryable, params: { id: string; officeId: string }): Promise<VisitRow | null> {
  const { visits } = q.tables;
  const which = and(eq(visits.id, params.id), eq(visits.officeId, params.officeId));
  const [row] = await forChange(q, q.select().from(visits).where(which));
  return row ?? null;
}

/** A customer's own visit, locked; null when there is none, or it is somebody else's. */
export async function lockOwnVisit(q: Queryable, params: { id: string; customerId: string }): Promise<VisitRow | null> {
  const { visits } = q.tables;
  const which = and(eq(visits.id, params.id), eq(visits.customerId, params.customerId));
  const [row] = await forChange(q, q.select().from(visits).where(which));
  return row ?? null;
}

/** Of one office, with the names that a desk shows. */
function selectDesk(q: Queryable) {
  const { visits, customers, staff, kiosks } = q.tables;
  return q
    .select({
      visit: visits,
      customer: { id: customers.id, firstName: customers.firstName, lastName: customers.lastName },
      champion: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName },
      kiosk: kiosks.name,
    })
    .from(visits)
    .innerJoin(customers, eq(customers.id, visits.customerId))
    .leftJoin(staff, eq(staff.id, visits.championId))
    .leftJoin(kiosks, eq(kiosks.id, visits.kioskId));
}

/** Those of an office that nobody has ended, and those that were ended since (ms); whoever asked first comes first. */
export async function listDeskVisits(q: Queryable, params: { officeId: string; since: number }) {
  const { visits } = q.tables;
  return await selectDesk(q)
    .where(and(eq(visits.officeId, params.officeId), or(isNull(visits.endedAt), gte(visits.endedAt, params.since))))
    .orderBy(asc(visits.askedAt), asc(visits.id));
}

/** One visit of this office; null when there is none, or it is another office's. */
export async function findDeskVisit(q: Queryable, params: { id: string; officeId: string }) {
  const { visits } = q.tables;
  const [row] = await selectDesk(q).where(and(eq(visits.id, params.id), eq(visits.officeId, params.officeId)));
  return row ?? null;
}

/** All visits that nobody has ended, with the zone of their office; for the job that ends them by time. */
export async function listUnendedVisits(q: Queryable) {
  const { visits, offices } = q.tables;
  return await q
    .select({ visit: visits, zone: offices.timeZone })
    .from(visits)
    .innerJoin(offices, eq(offices.id, visits.officeId))
    .where(isNull(visits.endedAt));
}

/** The helps that go on with the agreement given at a visit, locked. */
export async function lockHelpsOfVisit(q: Queryable, visitId: string) {
  const { helps } = q.tables;
  const open = and(eq(helps.visitId, visitId), isNull(helps.endedAt));
  return await forChange(q, q.select().from(helps).where(open).orderBy(asc(helps.id)));
}

/** The contacts that the helps at a visit were counted as. */
export async function listHelpContacts(q: Queryable, visitId: string): Promise<string[]> {
  const { helps } = q.tables;
  const rows = await q.select({ id: helps.contactId }).from(helps).where(eq(helps.visitId, visitId));
  return rows.flatMap(({ id }) => (id === null ? [] : [id]));
}

/** The visit that a help goes on with, and the sessions that its customer has themselves; null when it is part of none. */
export async function findVisitOfHelp(q: Queryable, helpId: string) {
  const { helps, visits, offices, sessions } = q.tables;
  const [row] = await q
    .select({ visit: visits, zone: offices.timeZone })
    .from(helps)
    .innerJoin(visits, eq(visits.id, helps.visitId))
    .innerJoin(offices, eq(offices.id, visits.officeId))
    .where(eq(helps.id, helpId));
  if (!row) return null;
  const own = await q
    .select()
    .from(sessions)
    .where(and(eq(sessions.customerId, row.visit.customerId), isNull(sessions.helpId)));
  return { ...row, own };
}

/** The sessions that a customer has themselves, alive or not. */
export async function listOwnSessions(q: Queryable, customerId: string) {
  const { sessions } = q.tables;
  return await q
    .select()
    .from(sessions)
    .where(and(eq(sessions.customerId, customerId), isNull(sessions.helpId)));
}
