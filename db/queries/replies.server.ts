import { and, asc, eq, gt, ne, type InferInsertModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

/**
 * Keeps a customer's text.
 * @returns false when it is there already.
 */
export async function insertReply(q: Queryable, reply: InferInsertModel<Tables['replies']>): Promise<boolean> {
  const { replies } = q.tables;
  const kept = await q
    .insert(replies)
    .values(reply)
    .onConflictDoNothing({ target: replies.providerId })
    .returning({ id: replies.id });
  return kept.length > 0;
}

export async function findReply(q: Queryable, providerId: string) {
  const { replies } = q.tables;
  const [row] = await q.select().from(replies).where(eq(replies.providerId, providerId));
  return row ?? null;
}

/** True when this number sent another text that we could not understand after `since` (ms). */
export async function hasUnclearReply(
  q: Queryable,
  params: { senderIndex: string; since: number; exceptId: string },
): Promise<boolean> {
  const { replies } = q.tables;
  const [row] = await q
    .select({ id: replies.id })
    .from(replies)
    .where(
      and(
        eq(replies.senderIndex, params.senderIndex),
        eq(replies.meaning, 'other'),
        gt(replies.receivedAt, params.since),
        ne(replies.id, params.exceptId),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** A customer's appointments that are still to be kept, soonest first, with what an answer says about them. */
export async function listStandingAppointments(q: Queryable, customerId: string, now: number) {
  const { appointments, staff } = q.tables;
  return q
    .select({
      id: appointments.id,
      version: appointments.version,
      startsAt: appointments.startsAt,
      adviserFirstName: staff.firstName,
    })
    .from(appointments)
    .innerJoin(staff, eq(staff.id, appointments.adviserId))
    .where(
      and(eq(appointments.customerId, customerId), eq(appointments.status, 'booked'), gt(appointments.endsAt, now)),
    )
    .orderBy(asc(appointments.startsAt));
}

/** Whom an unclear text is passed to, and whom the person may phone. */
export async function findContactForReply(q: Queryable, customerId: string) {
  const { customers, offices, staff } = q.tables;
  const [row] = await q
    .select({ adviserFirstName: staff.firstName, officePhone: offices.phone, zone: offices.timeZone })
    .from(customers)
    .innerJoin(offices, eq(offices.id, customers.officeId))
    .leftJoin(staff, eq(staff.id, customers.adviserId))
    .where(eq(customers.id, customerId));
  return row ?? null;
}
