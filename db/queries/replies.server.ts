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

/** When this number sent other texts that a person had to read, after `since` (ms). */
export async function listUnclearReplies(
  q: Queryable,
  params: { senderIndex: string; since: number; exceptId: string },
): Promise<number[]> {
  const { replies } = q.tables;
  const rows = await q
    .select({ receivedAt: replies.receivedAt })
    .from(replies)
    .where(
      and(
        eq(replies.senderIndex, params.senderIndex),
        eq(replies.meaning, 'other'),
        gt(replies.receivedAt, params.since),
        ne(replies.id, params.exceptId),
      ),
    );
  return rows.map((row) => row.receivedAt);
}

/** True when this number has said before that it is somebody else's. */
export async function hasSaidWrongNumber(
  q: Queryable,
  params: { senderIndex: string; exceptId: string },
): Promise<boolean> {
  const { replies } = q.tables;
  const [row] = await q
    .select({ id: replies.id })
    .from(replies)
    .where(
      and(
        eq(replies.senderIndex, params.senderIndex),
        eq(replies.meaning, 'wrong_number'),
        ne(replies.id, params.exceptId),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** The customers who have this number, each with what experience says of it: one row per contact point. */
export async function listSenders(q: Queryable, valueIndex: string) {
  const { contactPoints, customers } = q.tables;
  return q
    .select({
      id: customers.id,
      officeId: customers.officeId,
      adviserId: customers.adviserId,
      firstName: customers.firstName,
      lastName: customers.lastName,
      knownAs: customers.knownAs,
      language: customers.language,
      discreet: customers.discreet,
      noMessages: customers.noMessages,
      contactPointId: contactPoints.id,
      health: contactPoints.health,
    })
    .from(customers)
    .innerJoin(contactPoints, eq(contactPoints.customerId, customers.id))
    .where(eq(contactPoints.valueIndex, valueIndex))
    .orderBy(asc(customers.createdAt), asc(customers.id));
}

/** The texts about a customer's appointments that went, or may have gone, to this number after `since` (ms). */
export async function listTextsToNumber(
  q: Queryable,
  params: { recipientIndex: string; customerId: string; since: number },
) {
  const { messages, reminders } = q.tables;
  return q
    .select({
      appointmentId: reminders.appointmentId,
      version: reminders.appointmentVersion,
      status: messages.status,
      claimedAt: messages.claimedAt,
      acceptedAt: messages.acceptedAt,
    })
    .from(messages)
    .innerJoin(reminders, eq(reminders.id, messages.reminderId))
    .where(
      and(
        eq(messages.recipientIndex, params.recipientIndex),
        eq(messages.customerId, params.customerId),
        eq(messages.channel, 'sms'),
        gt(messages.claimedAt, params.since),
      ),
    );
}

/**
 * Ends whatever is planned for this number and not yet in a worker's hands.
 * @returns the ids that it ended.
 */
export async function withholdPlannedTo(
  q: Queryable,
  params: { recipientIndex: string; reason: string; now: number },
): Promise<string[]> {
  const { messages } = q.tables;
  const ended = await q
    .update(messages)
    .set({ status: 'suppressed', reason: params.reason, finishedAt: params.now })
    .where(and(eq(messages.recipientIndex, params.recipientIndex), eq(messages.status, 'planned')))
    .returning({ id: messages.id });
  return ended.map((row) => row.id);
}

/** A customer's appointments that are still to be kept, soonest first, with what an answer says about them. */
export async function listStandingAppointments(q: Queryable, customerId: string, now: number) {
  const { appointments, staff } = q.tables;
  return q
    .select({
      id: appointments.id,
      version: appointments.version,
      startsAt: appointments.startsAt,
      confirmedAt: appointments.confirmedAt,
      cannotComeAt: appointments.cannotComeAt,
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
