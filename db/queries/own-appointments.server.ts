import { and, asc, desc, eq, gte, lte, ne, or } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** A customer's own appointment with everything that its page says, or null: not there and not theirs look the same. */
export async function findOwnAppointment(q: Queryable, params: { id: string; customerId: string }) {
  const { appointments, customers, offices, staff } = q.tables;
  const [row] = await q
    .select({
      appointment: appointments,
      customer: { discreet: customers.discreet, noMessages: customers.noMessages },
      adviser: { firstName: staff.firstName, lastName: staff.lastName, videoRoom: staff.videoRoom },
      office: offices,
    })
    .from(appointments)
    .innerJoin(customers, eq(customers.id, appointments.customerId))
    .innerJoin(staff, eq(staff.id, appointments.adviserId))
    .innerJoin(offices, eq(offices.id, appointments.officeId))
    .where(and(eq(appointments.id, params.id), eq(appointments.customerId, params.customerId)));
  return row ?? null;
}

/**
 * A customer's appointments that are over, or will not be, newest first.
 * @param params.now instant in ms; those that stand and end after it are left out.
 */
export async function listPastAppointments(
  q: Queryable,
  params: { customerId: string; now: number; limit: number; offset: number },
) {
  const { appointments, offices, staff } = q.tables;
  return q
    .select({
      id: appointments.id,
      startsAt: appointments.startsAt,
      endsAt: appointments.endsAt,
      status: appointments.status,
      adviserFirstName: staff.firstName,
      zone: offices.timeZone,
    })
    .from(appointments)
    .innerJoin(staff, eq(staff.id, appointments.adviserId))
    .innerJoin(offices, eq(offices.id, appointments.officeId))
    .where(
      and(
        eq(appointments.customerId, params.customerId),
        or(ne(appointments.status, 'booked'), lte(appointments.endsAt, params.now)),
      ),
    )
    .orderBy(desc(appointments.startsAt), desc(appointments.id))
    .limit(params.limit)
    .offset(params.offset);
}

/** What a calendar is told: a customer's appointments that begin at `since` (ms) or later, soonest first. */
export async function listForCalendar(q: Queryable, params: { customerId: string; since: number; limit: number }) {
  const { appointments } = q.tables;
  return q
    .select()
    .from(appointments)
    .where(and(eq(appointments.customerId, params.customerId), gte(appointments.startsAt, params.since)))
    .orderBy(asc(appointments.startsAt), asc(appointments.id))
    .limit(params.limit);
}
