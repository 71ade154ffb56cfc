import { and, asc, desc, eq, gt, isNotNull, isNull, lte, ne, sql } from 'drizzle-orm';
import type { Queryable } from '../client.server';

/** A customer of this office with their adviser, or null: not there and not theirs look the same. */
export async function findOfficeCustomer(q: Queryable, params: { id: string; officeId: string }) {
  const { customers, offices, staff } = q.tables;
  const [row] = await q
    .select({
      customer: customers,
      office: offices,
      adviser: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName },
    })
    .from(customers)
    .innerJoin(offices, eq(offices.id, customers.officeId))
    .leftJoin(staff, and(eq(staff.id, customers.adviserId), eq(staff.active, true)))
    .where(and(eq(customers.id, params.id), eq(customers.officeId, params.officeId)));
  return row ?? null;
}

/** What a customer says stands in the way, as it stands; notes are sealed. */
export async function listBarriers(q: Queryable, customerId: string) {
  const { barriers } = q.tables;
  return await q
    .select()
    .from(barriers)
    .where(and(eq(barriers.customerId, customerId), isNull(barriers.withdrawnAt)))
    .orderBy(asc(barriers.toldAt), asc(barriers.id));
}

/** What a customer needs to take part, as it stands; details are sealed. */
export async function listAccessNeeds(q: Queryable, customerId: string) {
  const { accessNeeds } = q.tables;
  return await q
    .select()
    .from(accessNeeds)
    .where(and(eq(accessNeeds.customerId, customerId), isNull(accessNeeds.withdrawnAt)))
    .orderBy(asc(accessNeeds.toldAt), asc(accessNeeds.id));
}

/** To whom a customer's plan may be shown, and to whom no longer; the newest first. */
export async function listConsents(q: Queryable, customerId: string) {
  const { consents, partners } = q.tables;
  return await q
    .select({ consent: consents, partner: partners.name })
    .from(consents)
    .innerJoin(partners, eq(partners.id, consents.partnerId))
    .where(eq(consents.customerId, customerId))
    .orderBy(desc(consents.givenAt), desc(consents.id));
}

/** Numbers and addresses that a customer has changed and that no colleague has said they saw; sealed. */
export async function listUnseenChanges(q: Queryable, customerId: string) {
  const { contactChanges } = q.tables;
  return await q
    .select()
    .from(contactChanges)
    .where(
      and(
        eq(contactChanges.customerId, customerId),
        isNotNull(contactChanges.confirmedAt),
        isNull(contactChanges.cancelledAt),
        isNull(contactChanges.seenAt),
      ),
    )
    .orderBy(asc(contactChanges.confirmedAt), asc(contactChanges.id));
}

/** A change of contact of a customer of this office, or null. */
export async function findOfficeContactChange(q: Queryable, params: { id: string; officeId: string }) {
  const { contactChanges, customers } = q.tables;
  const [row] = await q
    .select({ change: contactChanges })
    .from(contactChanges)
    .innerJoin(customers, eq(customers.id, contactChanges.customerId))
    .where(and(eq(contactChanges.id, params.id), eq(customers.officeId, params.officeId)));
  return row?.change ?? null;
}

/** Notes who has seen a change, and when (ms); who saw it first stays on record. @returns whether it was the first. */
export async function markChangeSeen(q: Queryable, params: { id: string; at: number; by: string }): Promise<boolean> {
  const { contactChanges } = q.tables;
  const seen = await q
    .update(contactChanges)
    .set({ seenAt: params.at, seenBy: params.by })
    .where(and(eq(contactChanges.id, params.id), isNull(contactChanges.seenAt)))
    .returning({ id: contactChanges.id });
  return seen.length > 0;
}

interface Wanted {
  customerId: string;
  officeId: string;
  now: number;
  limit: number;
}

function selectAppointments(q: Queryable) {
  const { appointments, appointmentFeedback: feedback, staff } = q.tables;
  return q
    .select({
      appointment: appointments,
      adviser: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName },
      feedback: { answer: feedback.answer, comment: feedback.comment },
    })
    .from(appointments)
    .innerJoin(staff, eq(staff.id, appointments.adviserId))
    .leftJoin(feedback, eq(feedback.appointmentId, appointments.id));
}

/** A customer's appointments in this office that stand and have not ended at `now` (ms), soonest first. */
export async function listNextAppointments(q: Queryable, { customerId, officeId, now, limit }: Wanted) {
  const { appointments: a } = q.tables;
  return await selectAppointments(q)
    .where(and(eq(a.customerId, customerId), eq(a.officeId, officeId), eq(a.status, 'booked'), gt(a.endsAt, now)))
    .orderBy(asc(a.startsAt), asc(a.id))
    .limit(limit);
}

/** Those that are over, whatever became of them, the latest first; with what the customer said of each. */
export async function listPastAppointments(q: Queryable, { customerId, officeId, now, limit }: Wanted) {
  const { appointments: a } = q.tables;
  return await selectAppointments(q)
    .where(and(eq(a.customerId, customerId), eq(a.officeId, officeId), lte(a.endsAt, now)))
    .orderBy(desc(a.startsAt), desc(a.id))
    .limit(limit);
}

/** The steps of a customer's plan that are neither done nor taken off it. */
export async function listStandingSteps(q: Queryable, customerId: string) {
  const { steps } = q.tables;
  return await q
    .select({ dueOn: steps.dueOn, doneAt: steps.doneAt, trouble: steps.trouble })
    .from(steps)
    .where(and(eq(steps.customerId, customerId), isNull(steps.doneAt), isNull(steps.endedAt)));
}

/** The newest messages of a customer that are on their way or have ended; what was held back is among them. Never their words. */
export async function listNewestMessages(q: Queryable, params: { customerId: string; limit: number }) {
  const { messages: m, reminders } = q.tables;
  return await q
    .select({
      ...{ id: m.id, purpose: m.purpose, channel: m.channel, status: m.status, notBefore: m.notBefore },
      rule: reminders.rule,
      at: sql<number>`coalesce(${m.deliveredAt}, ${m.finishedAt}, ${m.sentAt}, ${m.acceptedAt}, ${m.createdAt})`.mapWith(
        Number,
      ),
    })
    .from(m)
    .leftJoin(reminders, eq(reminders.id, m.reminderId))
    .where(and(eq(m.customerId, params.customerId), ne(m.status, 'planned')))
    .orderBy(desc(m.createdAt), desc(m.id))
    .limit(params.limit);
}
