import { and, asc, eq, gt, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { CallReason } from '~/domain/messaging/call-list';
import type { Queryable } from '../client.server';

/** An office's appointments that begin between two instants (ms), or those of one of its advisers. */
export interface DayRange {
  officeId: string;
  from: number;
  to: number;
  /** Null for everybody's. */
  adviserId: string | null;
}

function within(q: Queryable, range: DayRange) {
  const { appointments } = q.tables;
  return and(
    eq(appointments.officeId, range.officeId),
    gte(appointments.startsAt, range.from),
    lt(appointments.startsAt, range.to),
    range.adviserId === null ? undefined : eq(appointments.adviserId, range.adviserId),
  );
}

export async function findOffice(q: Queryable, officeId: string) {
  const { offices } = q.tables;
  const [office] = await q.select().from(offices).where(eq(offices.id, officeId));
  return office ?? null;
}

/** Who has a diary in this office, by last name. */
export async function listAdvisers(q: Queryable, officeId: string) {
  const { staff } = q.tables;
  return await q
    .select({ id: staff.id, firstName: staff.firstName, lastName: staff.lastName })
    .from(staff)
    .where(and(eq(staff.officeId, officeId), eq(staff.active, true), inArray(staff.role, ['adviser', 'manager'])))
    .orderBy(asc(staff.lastName), asc(staff.firstName));
}

function selectAppointments(q: Queryable) {
  const { appointments, customers, staff } = q.tables;
  return q
    .select({
      appointment: appointments,
      customer: { id: customers.id, firstName: customers.firstName, lastName: customers.lastName },
      adviser: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName },
    })
    .from(appointments)
    .innerJoin(customers, eq(customers.id, appointments.customerId))
    .innerJoin(staff, eq(staff.id, appointments.adviserId));
}

/** The day's appointments with who meets whom, in time order. */
export async function listDayAppointments(q: Queryable, range: DayRange) {
  const { appointments } = q.tables;
  return await selectAppointments(q).where(within(q, range)).orderBy(asc(appointments.startsAt), asc(appointments.id));
}

/** Appointments in the range that are over and of which nobody has said what came of them. */
export async function listUnrecorded(q: Queryable, range: DayRange & { limit: number }) {
  const { appointments } = q.tables;
  return await selectAppointments(q)
    .where(and(within(q, range), eq(appointments.status, 'booked')))
    .orderBy(asc(appointments.startsAt), asc(appointments.id))
    .limit(range.limit);
}

/** All messages about the day's appointments as these now stand, with the rule each comes from. */
export async function listDayMessages(q: Queryable, range: DayRange) {
  const { appointments, messages, reminders } = q.tables;
  return await q
    .select({
      id: messages.id,
      appointmentId: appointments.id,
      rule: reminders.rule,
      channel: messages.channel,
      status: messages.status,
      reason: messages.reason,
      notBefore: messages.notBefore,
      at: sql<number>`coalesce(${messages.finishedAt}, ${messages.deliveredAt}, ${messages.sentAt}, ${messages.acceptedAt}, ${messages.claimedAt}, ${messages.createdAt})`.mapWith(
        Number,
      ),
    })
    .from(messages)
    .innerJoin(appointments, eq(appointments.id, messages.appointmentId))
    .innerJoin(
      reminders,
      and(eq(reminders.id, messages.reminderId), eq(reminders.appointmentVersion, appointments.version)),
    )
    .where(within(q, range))
    .orderBy(asc(messages.createdAt), asc(messages.id));
}

/** Outcomes of the day's appointments that can be taken back: which event recorded each. */
export async function listDayOutcomes(q: Queryable, range: DayRange) {
  const { appointments, appointmentEvents: events } = q.tables;
  return await q
    .select({ eventId: events.id, appointmentId: events.appointmentId, at: events.at })
    .from(events)
    .innerJoin(appointments, eq(appointments.id, events.appointmentId))
    .where(
      and(
        within(q, range),
        inArray(appointments.status, ['attended', 'failed_to_attend', 'rearranged']),
        eq(events.kind, 'outcome_recorded'),
        isNull(events.undoneAt),
      ),
    )
    .orderBy(asc(events.at), asc(events.id));
}

/** Calls about the day's appointments, made and to be made, oldest first. */
export async function listDayCalls(q: Queryable, range: DayRange) {
  const { appointments, callList } = q.tables;
  return await q
    .select({ appointmentId: appointments.id, outcome: callList.outcome, doneAt: callList.doneAt })
    .from(callList)
    .innerJoin(appointments, eq(appointments.id, callList.appointmentId))
    .where(within(q, range))
    .orderBy(asc(callList.createdAt), asc(callList.id));
}

/** Whose work is asked for: one adviser's together with nobody's in particular, or (null) the whole office's. */
export interface WorkList {
  officeId: string;
  ownerId: string | null;
  limit: number;
}

/** A call for one of these reasons still makes sense when the appointment it is about has begun. */
const OUTLASTS_ITS_APPOINTMENT: CallReason[] = ['asked_for_call', 'cannot_come', 'number_changed'];

/**
 * Calls that somebody of this office has to make, the earliest due first, with their customers. A call that was to
 * remind of an appointment is of no use once that has begun (`now`, ms), and is left out.
 */
export async function listOpenCalls(q: Queryable, params: WorkList & { now: number }) {
  const { callList, customers, appointments } = q.tables;
  return await q
    .select({
      call: callList,
      customer: { id: customers.id, firstName: customers.firstName, lastName: customers.lastName },
      appointment: { id: appointments.id, startsAt: appointments.startsAt },
    })
    .from(callList)
    .innerJoin(customers, eq(customers.id, callList.customerId))
    .leftJoin(appointments, eq(appointments.id, callList.appointmentId))
    .where(
      and(
        eq(callList.officeId, params.officeId),
        isNull(callList.doneAt),
        or(
          isNull(appointments.id),
          gt(appointments.startsAt, params.now),
          inArray(callList.reason, OUTLASTS_ITS_APPOINTMENT),
        ),
        params.ownerId === null ? undefined : or(eq(callList.ownerId, params.ownerId), isNull(callList.ownerId)),
      ),
    )
    .orderBy(asc(callList.dueAt), asc(callList.id))
    .limit(params.limit);
}

/** The sealed numbers of those who are to be called, mobiles first. */
export async function listNumbersToCall(q: Queryable, params: { officeId: string }) {
  const { callList, contactPoints } = q.tables;
  return await q
    .selectDistinct({
      customerId: contactPoints.customerId,
      kind: contactPoints.kind,
      value: contactPoints.value,
      health: contactPoints.health,
    })
    .from(contactPoints)
    .innerJoin(callList, eq(callList.customerId, contactPoints.customerId))
    .where(
      and(
        eq(callList.officeId, params.officeId),
        isNull(callList.doneAt),
        inArray(contactPoints.kind, ['mobile', 'landline']),
      ),
    );
}

/** Texts from this office's customers that no rule could read and nobody has dealt with, oldest first; sealed. */
export async function listUnreadReplies(q: Queryable, params: WorkList) {
  const { replies, customers } = q.tables;
  return await q
    .select({
      id: replies.id,
      body: replies.body,
      receivedAt: replies.receivedAt,
      appointmentId: replies.appointmentId,
      customer: { id: customers.id, firstName: customers.firstName, lastName: customers.lastName },
    })
    .from(replies)
    .innerJoin(customers, eq(customers.id, replies.customerId))
    .where(
      and(
        eq(customers.officeId, params.officeId),
        eq(replies.meaning, 'other'),
        isNull(replies.handledAt),
        params.ownerId === null ? undefined : or(eq(customers.adviserId, params.ownerId), isNull(customers.adviserId)),
      ),
    )
    .orderBy(asc(replies.receivedAt), asc(replies.id))
    .limit(params.limit);
}
