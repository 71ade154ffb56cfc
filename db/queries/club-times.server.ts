import { and, asc, between, eq, gte, isNull, sql } from 'drizzle-orm';
import type { Box } from '~/domain/club/box-around';
import type { ClubTimes, DateRange } from '~/domain/club/next-session';
import { groupBy } from '~/domain/group-by';
import type { Queryable } from '../client.server';
import { asOneValue, isOneOfNamed } from '../dialect/bulk';
import { runPrepared } from '../dialect/prepared';
import type { ClubRow } from './clubs.server';

/** A club and when it does not meet: its own closures, and in term time the school holidays of its office. */
export type OpenClub = ClubRow & { closures: readonly DateRange[] };

/**
 * The clubs that have not closed for good, by reference, with what keeps them closed from a date on.
 * @param since a date; closures that are over by then are of no use.
 * @param box only those in this part of the map; everywhere unless given.
 */
export async function listOpenClubs(q: Queryable, since: string, box?: Box): Promise<OpenClub[]> {
  const { clubs } = q.tables;
  const edge = (name: keyof Box) => sql.placeholder(name);
  const inBox = box && [
    between(clubs.latitude, edge('south'), edge('north')),
    between(clubs.longitude, edge('west'), edge('east')),
  ];
  const open = () =>
    q
      .select()
      .from(clubs)
      .where(and(eq(clubs.active, true), ...(inBox ?? [])))
      .orderBy(asc(clubs.ref));
  const rows = await runPrepared(q, box ? 'open clubs in a box' : 'open clubs', open, { ...box });
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
  if (clubs.length === 0) return [];
  const { clubClosures, schoolHolidays } = q.tables;
  const closed = () =>
    q
      .select({ clubId: clubClosures.clubId, fromOn: clubClosures.fromOn, untilOn: clubClosures.untilOn })
      .from(clubClosures)
      .where(
        and(
          isOneOfNamed(q, clubClosures.clubId, 'ids'),
          isNull(clubClosures.endedAt),
          gte(clubClosures.untilOn, sql.placeholder('since')),
        ),
      );
  const ids = asOneValue(q, clubs.map(({ id }) => id)); // prettier-ignore
  const own = groupBy(await runPrepared(q, 'club closures', closed, { ids, since }), (closure) => closure.clubId);
  const outOfTerm = () =>
    q
      .select({
        officeId: schoolHolidays.officeId,
        fromOn: schoolHolidays.fromOn,
        untilOn: schoolHolidays.untilOn,
      })
      .from(schoolHolidays)
      .where(
        and(isOneOfNamed(q, schoolHolidays.officeId, 'ids'), gte(schoolHolidays.untilOn, sql.placeholder('since'))),
      );
  const offices = clubs.flatMap(({ rhythm, officeId }) => (rhythm === 'term_time' && officeId ? [officeId] : []));
  const holidays =
    offices.length === 0
      ? new Map<string, DateRange[]>()
      : groupBy(
          await runPrepared(q, 'school holidays', outOfTerm, { ids: asOneValue(q, [...new Set(offices)]), since }),
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
