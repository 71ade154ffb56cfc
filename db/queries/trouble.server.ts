import { and, asc, eq, gte, inArray, lt, notInArray, sql } from 'drizzle-orm';
import type { AppointmentStatus } from '~/domain/appointment/appointment';
import { isOneOf } from '../dialect/bulk';
import type { Queryable } from '../client.server';

/** An office's appointments that begin between two instants (ms). */
export interface TellingRange {
  officeId: string;
  from: number;
  to: number;
}

/** Those that people are told of: a cancelled one until its time, because who has not heard comes for nothing. */
const TOLD_OF: AppointmentStatus[] = ['booked', 'cancelled_by_office'];

function within(q: Queryable, { officeId, from, to }: TellingRange) {
  const { appointments } = q.tables;
  return and(
    eq(appointments.officeId, officeId),
    gte(appointments.startsAt, from),
    lt(appointments.startsAt, to),
    inArray(appointments.status, TOLD_OF),
  );
}

/**
 * Every attempt to tell customers of these appointments as they now stand, with what decides about it. It reads the
 * appointments of the range and what belongs to them, however many messages there are besides.
 * @param only one appointment, where one is asked for.
 */
export async function listTellings(q: Queryable, range: TellingRange, only: string | null = null) {
  const { appointments, messages, reminders } = q.tables;
  return await q
    .select({
      appointment: {
        id: appointments.id,
        adviserId: appointments.adviserId,
        startsAt: appointments.startsAt,
        status: appointments.status,
        confirmedAt: appointments.confirmedAt,
        cannotComeAt: appointments.cannotComeAt,
      },
      ruleNotBefore: reminders.notBefore,
      attempt: {
        id: messages.id,
        reminderId: reminders.id,
        rule: reminders.rule,
        attempt: messages.attempt,
        channel: messages.channel,
        provider: messages.provider,
        status: messages.status,
        reason: messages.reason,
        notBefore: messages.notBefore,
        sendBy: messages.sendBy,
        claimedAt: messages.claimedAt,
        acceptedAt: messages.acceptedAt,
        askAt: messages.askAt,
        at: sql<number>`coalesce(${messages.finishedAt}, ${messages.deliveredAt}, ${messages.sentAt}, ${messages.acceptedAt}, ${messages.claimedAt}, ${messages.createdAt})`.mapWith(
          Number,
        ),
      },
    })
    .from(appointments)
    .innerJoin(
      reminders,
      and(eq(reminders.appointmentId, appointments.id), eq(reminders.appointmentVersion, appointments.version)),
    )
    .innerJoin(messages, eq(messages.reminderId, reminders.id))
    .where(
      and(
        within(q, range),
        only === null ? undefined : eq(appointments.id, only),
        notInArray(messages.status, ['superseded', 'cancelled']),
      ),
    )
    .orderBy(asc(appointments.startsAt), asc(appointments.id), asc(messages.attempt), asc(messages.id));
}

/** Calls about these appointments, made and to be made, oldest first, with who is to make them. */
export async function listCallsAbout(q: Queryable, range: TellingRange) {
  const { appointments, callList, staff } = q.tables;
  return await q
    .select({
      appointmentId: appointments.id,
      cause: callList.cause,
      dueAt: callList.dueAt,
      doneAt: callList.doneAt,
      outcome: callList.outcome,
      owner: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName },
    })
    .from(appointments)
    .innerJoin(callList, eq(callList.appointmentId, appointments.id))
    .leftJoin(staff, eq(staff.id, callList.ownerId))
    .where(within(q, range))
    .orderBy(asc(callList.createdAt), asc(callList.id));
}

/** Who meets whom in these appointments. */
export async function listPeopleOf(q: Queryable, appointmentIds: string[]) {
  if (appointmentIds.length === 0) return [];
  const { appointments, customers, staff } = q.tables;
  return await q
    .select({
      id: appointments.id,
      customer: {
        id: customers.id,
        firstName: customers.firstName,
        lastName: customers.lastName,
        noMessages: customers.noMessages,
      },
      adviser: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName },
    })
    .from(appointments)
    .innerJoin(customers, eq(customers.id, appointments.customerId))
    .innerJoin(staff, eq(staff.id, appointments.adviserId))
    .where(isOneOf(q, appointments.id, appointmentIds));
}
