import { and, asc, eq, gte, isNull } from 'drizzle-orm';
import type { ClubTimes, DateRange } from '~/domain/club/next-session';
import { groupBy } from '~/domain/group-by';
import type { Queryable } from '../client.server';
import type { ClubRow } from './clubs.server';

/** A club and when it does not meet: its own closures, and in term time the school holidays of its office. */
export type OpenClub = ClubRow & { closures: readonly DateRange[] };

/**
 * The clubs that have not closed for good, by reference, with what keeps them closed from a date on.
 * @param since a date; closures that are over by then are of no use.
 */
export async function listOpenClubs(q: Queryable, since: string): Promise<OpenClub[]> {
  const { clubs } = q.tables;
  const rows = await q.select().from(clubs).where(eq(clubs.active, true)).orderBy(asc(clubs.ref));
  return withClosures(q, rows, since);
}

/** The club with this reference, also one that has closed for good. */
export async function findClubTimes(q: Queryable, ref: string, since: string): Promise<OpenClub | null> {
  const { clubs } = q.tables;
  const rows = await q.select().from(clubs).where(eq(clubs.ref, ref));
  const [club] = await withClosures(q, rows, since);
  return club ?? null;
}

/** Adds to clubs when they do not meet. */
export async function withClosures<C extends ClubTimes & Pick<ClubRow, 'id' | 'officeId'>>(
  q: Queryable,
  clubs: readonly C[],
  since: string,
): Promise<(C & { closures: readonly DateRange[] })[]> {
  const { clubClosures, schoolHolidays } = q.tables;
  const own = groupBy(
    await q
      .select({ clubId: clubClosures.clubId, fromOn: clubClosures.fromOn, untilOn: clubClosures.untilOn })
      .from(clubClosures)
      .where(and(isNull(clubClosures.endedAt), gte(clubClosures.untilOn, since))),
    (closure) => closure.clubId,
  );
  const inTerm = clubs.some(({ rhythm }) => rhythm === 'term_time');
  const holidays = !inTerm
    ? new Map<string, DateRange[]>()
    : groupBy(
        await q
          .select({
            officeId: schoolHolidays.officeId,
            fromOn: schoolHolidays.fromOn,
            untilOn: schoolHolidays.untilOn,
          })
          .from(schoolHolidays)
          .where(gte(schoolHolidays.untilOn, since)),
        (holiday) => holiday.officeId,
      );
  return clubs.map((club) => ({
    ...club,
    closures: [
      ...(own.get(club.id) ?? []),
      ...(club.rhythm === 'term_time' && club.officeId ? (holidays.get(club.officeId) ?? []) : []),
    ],
  }));
}
