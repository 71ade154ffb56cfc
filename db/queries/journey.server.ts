import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** Every appointment of a customer with the first name of who it was or is with, oldest first. */
export async function listJourneyMeetings(q: Queryable, customerId: string) {
  const { appointments, staff } = q.tables;
  return q
    .select({
      id: appointments.id,
      startsAt: appointments.startsAt,
      endsAt: appointments.endsAt,
      kind: appointments.kind,
      mode: appointments.mode,
      status: appointments.status,
      purpose: appointments.purpose,
      withFirstName: staff.firstName,
    })
    .from(appointments)
    .innerJoin(staff, eq(staff.id, appointments.adviserId))
    .where(eq(appointments.customerId, customerId))
    .orderBy(asc(appointments.startsAt));
}

/** The sessions of work clubs, up to `until` (ms), that a customer said they go to, and did not take back. */
export async function listClubVisits(q: Queryable, params: { customerId: string; until: number }) {
  const { clubGoings, clubs } = q.tables;
  return q
    .select({ id: clubGoings.id, startsAt: clubGoings.startsAt, name: clubs.name })
    .from(clubGoings)
    .innerJoin(clubs, eq(clubs.id, clubGoings.clubId))
    .where(
      and(
        eq(clubGoings.customerId, params.customerId),
        isNull(clubGoings.cancelledAt),
        lte(clubGoings.startsAt, params.until),
      ),
    )
    .orderBy(asc(clubGoings.startsAt));
}
