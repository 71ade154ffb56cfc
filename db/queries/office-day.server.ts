import { and, asc, count, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import { OUTCOMES } from '~/domain/appointment/appointment';
import type { Queryable } from '../client.server';
import { runPrepared } from '../dialect/prepared';

/** An office's appointments that begin between two instants (ms), or those of one of its advisers. */
export interface DayRange {
  officeId: string;
  from: number;
  to: number;
  /** Null for everybody's. */
  adviserId: string | null;
}

/** A day's statements are built once, for one adviser and for everybody: the range comes with each run. */
function within(q: Queryable, { adviserId }: DayRange) {
  const { appointments } = q.tables;
  return and(
    eq(appointments.officeId, sql.placeholder('officeId')),
    gte(appointments.startsAt, sql.placeholder('from')),
    lt(appointments.startsAt, sql.placeholder('to')),
    adviserId === null ? undefined : eq(appointments.adviserId, sql.placeholder('adviserId')),
  );
}

function ofDay<R>(q: Queryable, what: string, build: () => PromiseLike<R>, range: DayRange & { limit?: number }) {
  const name = range.adviserId === null ? `day: ${what}, everybody` : `day: ${what}`;
  return runPrepared(q, name, build, { ...range });
}

export async function findOffice(q: Queryable, officeId: string) {
  const { offices } = q.tables;
  const wanted = () =>
    q
      .select()
      .from(offices)
      .where(eq(offices.id, sql.placeholder('officeId')));
  const [office] = await runPrepared(q, 'office', wanted, { officeId });
  return office ?? null;
}

/** Who has a diary in this office, by last name. */
export async function listAdvisers(q: Queryable, officeId: string) {
  const { staff } = q.tables;
  const theirs = eq(staff.officeId, sql.placeholder('officeId'));
  const withDiary = () =>
    q
      .select({ id: staff.id, firstName: staff.firstName, lastName: staff.lastName })
      .from(staff)
      .where(and(theirs, eq(staff.active, true), inArray(staff.role, ['adviser', 'manager'])))
      .orderBy(asc(staff.lastName), asc(staff.firstName));
  return runPrepared(q, 'advisers', withDiary, { officeId });
}

function selectAppointments(q: Queryable) {
  const { appointments, customers, staff } = q.tables;
  return q
    .select({
      appointment: appointments,
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
    .innerJoin(staff, eq(staff.id, appointments.adviserId));
}

/** The day's appointments with who meets whom, in time order. */
export async function listDayAppointments(q: Queryable, range: DayRange) {
  const { appointments } = q.tables;
  const all = () =>
    selectAppointments(q).where(within(q, range)).orderBy(asc(appointments.startsAt), asc(appointments.id));
  return ofDay(q, 'appointments', all, range);
}

/** Appointments in the range that are over and of which nobody has said what came of them. */
export async function listUnrecorded(q: Queryable, range: DayRange & { limit: number }) {
  const { appointments } = q.tables;
  const booked = () =>
    selectAppointments(q)
      .where(and(within(q, range), eq(appointments.status, 'booked')))
      .orderBy(asc(appointments.startsAt), asc(appointments.id))
      .limit(sql.placeholder('limit'));
  return ofDay(q, 'unrecorded', booked, range);
}

/** All messages about the day's appointments as these now stand, with the rule each comes from. */
export async function listDayMessages(q: Queryable, range: DayRange) {
  const { appointments, messages, reminders } = q.tables;
  const all = () =>
    q
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
  return ofDay(q, 'messages', all, range);
}

/** Outcomes of the day's appointments that can be taken back: which event recorded each. */
export async function listDayOutcomes(q: Queryable, range: DayRange) {
  const { appointments, appointmentEvents: events } = q.tables;
  const recorded = () =>
    q
      .select({ eventId: events.id, appointmentId: events.appointmentId, at: events.at })
      .from(events)
      .innerJoin(appointments, eq(appointments.id, events.appointmentId))
      .where(
        and(
          within(q, range),
          inArray(appointments.status, OUTCOMES),
          eq(events.kind, 'outcome_recorded'),
          isNull(events.undoneAt),
        ),
      )
      .orderBy(asc(events.at), asc(events.id));
  return ofDay(q, 'outcomes', recorded, range);
}

/** What the day's customers need to take part; a need that is in words alone is named, not quoted. */
export async function listDayNeeds(q: Queryable, range: DayRange) {
  const { accessNeeds, appointments } = q.tables;
  const told = () =>
    q
      .selectDistinct({ customerId: accessNeeds.customerId, need: accessNeeds.need })
      .from(accessNeeds)
      .innerJoin(appointments, eq(appointments.customerId, accessNeeds.customerId))
      .where(and(within(q, range), isNull(accessNeeds.withdrawnAt)));
  return ofDay(q, 'needs', told, range);
}

/** How many open steps the plans of the day's customers have, of those who are this office's. */
export async function countDaySteps(q: Queryable, range: DayRange) {
  const { appointments, customers, steps } = q.tables;
  const open = () => {
    const today = q
      .selectDistinct({ id: appointments.customerId })
      .from(appointments)
      .innerJoin(customers, eq(customers.id, appointments.customerId))
      .where(and(within(q, range), eq(customers.officeId, sql.placeholder('officeId'))));
    return q
      .select({ customerId: steps.customerId, open: count() })
      .from(steps)
      .where(and(inArray(steps.customerId, today), isNull(steps.doneAt), isNull(steps.endedAt)))
      .groupBy(steps.customerId);
  };
  return ofDay(q, 'steps', open, range);
}

/** The group sessions of the day that take place. */
export async function listDayGroups(q: Queryable, range: DayRange) {
  const { groupSessions: groups, staff } = q.tables;
  const standing = () =>
    q
      .select({ group: groups, adviser: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName } })
      .from(groups)
      .innerJoin(staff, eq(staff.id, groups.adviserId))
      .where(
        and(
          eq(groups.officeId, sql.placeholder('officeId')),
          gte(groups.startsAt, sql.placeholder('from')),
          lt(groups.startsAt, sql.placeholder('to')),
          isNull(groups.cancelledAt),
          range.adviserId === null ? undefined : eq(groups.adviserId, sql.placeholder('adviserId')),
        ),
      )
      .orderBy(asc(groups.startsAt), asc(groups.id));
  return ofDay(q, 'groups', standing, range);
}

/** Calls about the day's appointments, made and to be made, oldest first. */
export async function listDayCalls(q: Queryable, range: DayRange) {
  const { appointments, callList } = q.tables;
  const all = () =>
    q
      .select({ appointmentId: appointments.id, outcome: callList.outcome, doneAt: callList.doneAt })
      .from(callList)
      .innerJoin(appointments, eq(appointments.id, callList.appointmentId))
      .where(within(q, range))
      .orderBy(asc(callList.createdAt), asc(callList.id));
  return ofDay(q, 'calls', all, range);
}

/** Whose work is asked for: one adviser's together with nobody's in particular, or (null) the whole office's. */
export interface WorkList {
  officeId: string;
  ownerId: string | null;
  limit: number;
}
