import { and, asc, eq, gte, inArray, isNull, or } from 'drizzle-orm';
import type { InferInsertModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forChange } from '../dialect/locks';
import type { Tables } from '../schema/tables';
import { isOneOf } from '../dialect/bulk';
import type { ClubRow } from './clubs.server';

/** The clubs in the neighbourhood of an office, by name, and those that are nobody's yet; closed ones last. */
export async function listOfficeClubs(q: Queryable, officeId: string): Promise<ClubRow[]> {
  const { clubs } = q.tables;
  const rows = await q
    .select()
    .from(clubs)
    .where(or(eq(clubs.officeId, officeId), isNull(clubs.officeId)))
    .orderBy(asc(clubs.name), asc(clubs.ref));
  return [...rows.filter(({ active }) => active), ...rows.filter(({ active }) => !active)];
}

/** A club of an office, or nobody's, locked; whoever changes it goes through here, one at a time. */
export async function lockOfficeClub(q: Queryable, params: { ref: string; officeId: string }): Promise<ClubRow | null> {
  const { clubs } = q.tables;
  const [row] = await forChange(q, q.select().from(clubs).where(eq(clubs.ref, params.ref)));
  return row && (row.officeId === null || row.officeId === params.officeId) ? row : null;
}

/** Who keeps these clubs, by name. */
export async function listOrganisers(q: Queryable, clubIds: readonly string[]) {
  if (clubIds.length === 0) return [];
  const { clubOrganisers, staff } = q.tables;
  return q
    .select({ clubId: clubOrganisers.clubId, id: staff.id, firstName: staff.firstName, lastName: staff.lastName })
    .from(clubOrganisers)
    .innerJoin(staff, eq(staff.id, clubOrganisers.staffId))
    .where(and(isOneOf(q, clubOrganisers.clubId, clubIds), eq(staff.active, true)))
    .orderBy(asc(staff.lastName), asc(staff.firstName));
}

/** The organisers who work for an office, by name. */
export async function listOfficeOrganisers(q: Queryable, officeId: string) {
  const { staff } = q.tables;
  return q
    .select({ id: staff.id, firstName: staff.firstName, lastName: staff.lastName })
    .from(staff)
    .where(and(eq(staff.officeId, officeId), eq(staff.role, 'organiser'), eq(staff.active, true)))
    .orderBy(asc(staff.lastName), asc(staff.firstName));
}

/** Puts these organisers in the place of those that a club has. */
export async function replaceOrganisers(q: Queryable, clubId: string, staffIds: readonly string[]): Promise<void> {
  const { clubOrganisers } = q.tables;
  await q.delete(clubOrganisers).where(eq(clubOrganisers.clubId, clubId));
  if (staffIds.length > 0) await q.insert(clubOrganisers).values(staffIds.map((staffId) => ({ clubId, staffId })));
}

/** Who has said that they go to the sessions of these clubs from a day on, in order of the days and then of names. */
export async function listGoers(q: Queryable, params: { clubIds: readonly string[]; since: string }) {
  if (params.clubIds.length === 0) return [];
  const { clubGoings, customers } = q.tables;
  return q
    .select({
      clubId: clubGoings.clubId,
      heldOn: clubGoings.heldOn,
      firstName: customers.firstName,
      knownAs: customers.knownAs,
      lastName: customers.lastName,
    })
    .from(clubGoings)
    .innerJoin(customers, eq(customers.id, clubGoings.customerId))
    .where(
      and(
        inArray(clubGoings.clubId, [...params.clubIds]),
        gte(clubGoings.heldOn, params.since),
        isNull(clubGoings.cancelledAt),
      ),
    )
    .orderBy(asc(clubGoings.heldOn), asc(customers.firstName), asc(customers.lastName));
}

/** The closures of a club that are not over by a date. */
export async function listClosures(q: Queryable, params: { clubId: string; since: string }) {
  const { clubClosures } = q.tables;
  return q
    .select()
    .from(clubClosures)
    .where(
      and(
        eq(clubClosures.clubId, params.clubId),
        isNull(clubClosures.endedAt),
        gte(clubClosures.untilOn, params.since),
      ),
    )
    .orderBy(asc(clubClosures.fromOn));
}

export async function insertClosure(q: Queryable, row: InferInsertModel<Tables['clubClosures']>): Promise<boolean> {
  const rows = await q.insert(q.tables.clubClosures).values(row).onConflictDoNothing().returning({ id: q.tables.clubClosures.id }); // prettier-ignore
  return rows.length > 0;
}

/** Takes a closure back, or lets it stand again (null). @returns the club's id; null when there is no such closure of it. */
export async function endClosure(
  q: Queryable,
  params: { id: string; clubId: string; endedAt: number | null },
): Promise<{ fromOn: string; untilOn: string } | null> {
  const { clubClosures } = q.tables;
  const [row] = await q
    .update(clubClosures)
    .set({ endedAt: params.endedAt })
    .where(and(eq(clubClosures.id, params.id), eq(clubClosures.clubId, params.clubId)))
    .returning({ fromOn: clubClosures.fromOn, untilOn: clubClosures.untilOn });
  return row ?? null;
}
