import { and, asc, desc, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Queryable } from '../client.server';
import { runPrepared } from '../dialect/prepared';

/** The covers of an adviser that have not ended by a date of the office, soonest first, with who stands in. */
export async function listCoversOf(q: Queryable, params: { adviserId: string; today: string }) {
  const { covers, staff } = q.tables;
  const theirs = eq(covers.adviserId, sql.placeholder('adviserId'));
  const standing = () =>
    q
      .select({ cover: covers, standIn: staff })
      .from(covers)
      .innerJoin(staff, eq(staff.id, covers.standInId))
      .where(and(theirs, gte(covers.untilOn, sql.placeholder('today')), isNull(covers.endedAt)))
      .orderBy(asc(covers.fromOn));
  return runPrepared(q, 'covers', standing, params);
}

/** Those for whom somebody stands in on a date, whoever's customers they are. */
export async function listCoveredBy(q: Queryable, params: { standInId: string; today: string }): Promise<string[]> {
  const { covers } = q.tables;
  const rows = await q
    .select({ adviserId: covers.adviserId })
    .from(covers)
    .where(and(eq(covers.standInId, params.standInId), inForceOn(q, params.today)));
  return rows.map(({ adviserId }) => adviserId);
}

function inForceOn(q: Queryable, today: string) {
  const { covers } = q.tables;
  return and(lte(covers.fromOn, today), gte(covers.untilOn, today), isNull(covers.endedAt));
}

/** Two different people from one table: the adviser, and who stands in. */
function selectCovers(q: Queryable) {
  const { covers, staff } = q.tables;
  const standIn = alias(staff, 'stand_in');
  return q
    .select({
      cover: covers,
      adviser: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName, officeId: staff.officeId },
      standIn: { id: standIn.id, firstName: standIn.firstName, lastName: standIn.lastName },
    })
    .from(covers)
    .innerJoin(staff, eq(staff.id, covers.adviserId))
    .innerJoin(standIn, eq(standIn.id, covers.standInId));
}

/** Who covers whom in an office on a date. */
export async function listCoversOn(q: Queryable, params: { officeId: string; date: string }) {
  const { staff } = q.tables;
  return await selectCovers(q)
    .where(and(eq(staff.officeId, params.officeId), inForceOn(q, params.date)))
    .orderBy(asc(staff.lastName), asc(staff.firstName));
}

/** An office's covers that last until a date or longer, the latest first day first; those that were ended among them. */
export async function listOfficeCovers(q: Queryable, params: { officeId: string; since: string }) {
  const { covers, staff } = q.tables;
  return await selectCovers(q)
    .where(and(eq(staff.officeId, params.officeId), gte(covers.untilOn, params.since)))
    .orderBy(desc(covers.fromOn), asc(covers.id));
}

/** One cover of an office, or null: not there and not theirs look the same. */
export async function findOfficeCover(q: Queryable, params: { id: string; officeId: string }) {
  const { covers, staff } = q.tables;
  const [row] = await selectCovers(q).where(and(eq(covers.id, params.id), eq(staff.officeId, params.officeId)));
  return row ?? null;
}

/** The covers of a whole office that no one has ended and that are not over on a date. */
export async function listStandingCovers(q: Queryable, params: { officeId: string; today: string }) {
  const { covers, staff } = q.tables;
  const rows = await q
    .select({ cover: covers })
    .from(covers)
    .innerJoin(staff, eq(staff.id, covers.adviserId))
    .where(and(eq(staff.officeId, params.officeId), gte(covers.untilOn, params.today), isNull(covers.endedAt)));
  return rows.map(({ cover }) => cover);
}

export async function insertCover(q: Queryable, row: typeof q.tables.covers.$inferInsert): Promise<void> {
  await q.insert(q.tables.covers).values(row);
}

export async function updateCover(
  q: Queryable,
  id: string,
  change: Partial<Pick<typeof q.tables.covers.$inferInsert, 'standInId' | 'fromOn' | 'untilOn' | 'endedAt'>>,
): Promise<void> {
  const { covers } = q.tables;
  await q.update(covers).set(change).where(eq(covers.id, id));
}

/** How many appointments stand in the diary of an adviser between two instants (ms). */
export async function countBooked(q: Queryable, params: { adviserId: string; from: number; to: number }) {
  const { appointments } = q.tables;
  return await q.$count(
    appointments,
    and(
      eq(appointments.adviserId, params.adviserId),
      inArray(appointments.status, ['booked']),
      gte(appointments.startsAt, params.from),
      lte(appointments.startsAt, params.to - 1),
    ),
  );
}

/** Who has customers in an office, so that somebody may stand in for them and they for others; by last name. */
export async function listCoverPeople(q: Queryable, officeId: string) {
  const { staff } = q.tables;
  return await q
    .select({ id: staff.id, firstName: staff.firstName, lastName: staff.lastName })
    .from(staff)
    .where(and(eq(staff.officeId, officeId), eq(staff.active, true), eq(staff.role, 'adviser')))
    .orderBy(asc(staff.lastName), asc(staff.firstName));
}
