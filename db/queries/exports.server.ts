import { and, asc, eq, gte, lt } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** The customers of an office with their adviser's reference, by reference. */
export async function listCustomersToExport(q: Queryable, officeId: string) {
  const { customers, staff } = q.tables;
  return q
    .select({ customer: customers, adviser: { ref: staff.ref, firstName: staff.firstName, lastName: staff.lastName } })
    .from(customers)
    .leftJoin(staff, eq(staff.id, customers.adviserId))
    .where(eq(customers.officeId, officeId))
    .orderBy(asc(customers.ref));
}

/** Every contact point of an office's customers; the values are sealed. */
export async function listContactsToExport(q: Queryable, officeId: string) {
  const { customers, contactPoints } = q.tables;
  return q
    .select({ customerId: contactPoints.customerId, kind: contactPoints.kind, value: contactPoints.value })
    .from(contactPoints)
    .innerJoin(customers, eq(customers.id, contactPoints.customerId))
    .where(eq(customers.officeId, officeId))
    .orderBy(asc(contactPoints.createdAt));
}

/** The appointments of an office that begin between two instants (ms), with whose they are, in order. */
export async function listAppointmentsToExport(q: Queryable, params: { officeId: string; from: number; to: number }) {
  const { appointments, customers, staff } = q.tables;
  return q
    .select({
      appointment: appointments,
      customer: {
        ref: customers.ref,
        firstName: customers.firstName,
        lastName: customers.lastName,
        language: customers.language,
      },
      adviser: { ref: staff.ref, firstName: staff.firstName, lastName: staff.lastName },
    })
    .from(appointments)
    .innerJoin(customers, eq(customers.id, appointments.customerId))
    .innerJoin(staff, eq(staff.id, appointments.adviserId))
    .where(
      and(
        eq(appointments.officeId, params.officeId),
        gte(appointments.startsAt, params.from),
        lt(appointments.startsAt, params.to),
      ),
    )
    .orderBy(asc(appointments.startsAt), asc(appointments.ref));
}
