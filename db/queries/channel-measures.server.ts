import { and, eq, gte, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { DAY, MINUTE } from '~/domain/clock';
import type { Queryable } from '../client.server';

/** Of an office, from `from` and before `to`: instants (ms). */
export interface MeasuredSpan {
  officeId: string;
  from: number;
  to: number;
}

/** A month by name, with its bounds as instants (ms). */
export interface MonthSpan {
  month: string;
  from: number;
  to: number;
}

const count = sql<number>`count(*)`.mapWith(Number);
const within = (column: SQLiteColumn, { from, to }: { from: number; to: number }) =>
  and(gte(column, from), lt(column, to));

/** The contact that a help is counted as, where something was done in that help: what was done is counted already. */
function isCountedByActs(q: Queryable) {
  const { contactRecords, customerActs, helps } = q.tables;
  return sql`exists (select 1 from ${helps} inner join ${customerActs} on ${customerActs.helpId} = ${helps.id}
    where ${helps.contactId} = ${contactRecords.id})`;
}

/** Contacts that colleagues wrote down, by service, channel and whether somebody was helped. */
export async function countContacts(q: Queryable, span: MeasuredSpan) {
  const { contactRecords: t } = q.tables;
  return q
    .select({ service: t.service, channel: t.channel, helped: t.helped, count })
    .from(t)
    .where(
      and(eq(t.officeId, span.officeId), within(t.at, span), isNull(t.withdrawnAt), sql`not ${isCountedByActs(q)}`),
    )
    .groupBy(t.service, t.channel, t.helped);
}

/** What customers did in the portal, by service, way and whether a colleague did it for them. */
export async function countActs(q: Queryable, span: MeasuredSpan) {
  const { customerActs: t } = q.tables;
  const acts = q
    .select({
      ...{ service: t.service, way: t.way },
      helped: sql<number>`case when ${t.helpId} is null then 0 else 1 end`.as('helped'),
    })
    .from(t)
    .where(and(eq(t.officeId, span.officeId), within(t.at, span)))
    .as('acts');
  return q
    .select({ service: acts.service, way: acts.way, helped: sql<number>`${acts.helped}`.mapWith(Number), count })
    .from(acts)
    .groupBy(acts.service, acts.way, sql`${acts.helped}`);
}

/** A meeting is answered at most so long after it (ms). */
const ANSWERED_WITHIN = 30 * DAY;

function answered(q: Queryable, { officeId, from, to }: MeasuredSpan) {
  const { appointmentEvents, appointments } = q.tables;
  return and(
    eq(appointments.officeId, officeId),
    gte(appointments.startsAt, from - ANSWERED_WITHIN),
    within(appointmentEvents.at, { from, to }),
    inArray(appointmentEvents.actorKind, ['link', 'reply', 'call']),
    inArray(appointmentEvents.kind, ['confirmed', 'cannot_come', 'moved', 'call_requested']),
  );
}

/** What customers said of their meetings without signing in: by the link in a message, by answering a text, by a key in a call. */
export async function countAnswers(q: Queryable, span: MeasuredSpan) {
  const { appointmentEvents, appointments } = q.tables;
  return q
    .select({ by: appointmentEvents.actorKind, count })
    .from(appointmentEvents)
    .innerJoin(appointments, eq(appointments.id, appointmentEvents.appointmentId))
    .where(answered(q, span))
    .groupBy(appointmentEvents.actorKind);
}

/** The messages that a provider took, or that were printed, by channel. */
export async function countSent(q: Queryable, span: MeasuredSpan) {
  const { messages, customers } = q.tables;
  return q
    .select({ channel: messages.channel, count })
    .from(messages)
    .innerJoin(customers, eq(customers.id, messages.customerId))
    .where(
      and(
        eq(customers.officeId, span.officeId),
        within(messages.acceptedAt, span),
        inArray(messages.channel, ['sms', 'email', 'voice', 'letter']),
      ),
    )
    .groupBy(messages.channel);
}

/** Which of the months an instant is in, as the month's number in the list; null: none. The bounds are our own numbers. */
function monthOf(column: SQLiteColumn, months: readonly MonthSpan[]) {
  const cases = months.map(({ from, to }, index) => `when ? >= ${from} and ? < ${to} then ${index}`);
  const parts = cases.flatMap((text) => {
    const [before = '', middle = '', after = ''] = text.split('?');
    return [sql.raw(before), sql`${column}`, sql.raw(middle), sql`${column}`, sql.raw(after), sql.raw(' ')];
  });
  return sql<number>`case ${sql.join(parts)} end`.as('month');
}

/** Minutes at the telephone and the desk in each of the months, by the month's number in the list. */
export async function sumMinutes(q: Queryable, officeId: string, months: readonly MonthSpan[]) {
  const { contactRecords: t, helps } = q.tables;
  const span = { from: months[0]!.from, to: months.at(-1)!.to };
  const written = q
    .select({ month: monthOf(t.at, months), minutes: t.minutes })
    .from(t)
    .where(
      and(
        ...[eq(t.officeId, officeId), within(t.at, span), isNull(t.withdrawnAt)],
        ...[inArray(t.channel, ['phone', 'desk']), isNotNull(t.minutes)],
      ),
    )
    .as('written');
  const minutes = sql<number>`coalesce(sum(${written.minutes}), 0)`.mapWith(Number);
  const recorded = await q
    .select({ month: sql<number>`${written.month}`.mapWith(Number), minutes })
    .from(written)
    .groupBy(sql`${written.month}`);
  // A help that was written down as a contact has its minutes there.
  const alone = q
    .select({
      month: monthOf(helps.startedAt, months),
      ms: sql<number>`${helps.endedAt} - ${helps.startedAt}`.as('ms'),
    })
    .from(helps)
    .where(
      and(
        eq(helps.officeId, officeId),
        within(helps.startedAt, span),
        isNull(helps.contactId),
        isNotNull(helps.endedAt),
      ),
    )
    .as('alone');
  const ms = sql<number>`coalesce(sum(${alone.ms}), 0)`.mapWith(Number);
  const helped = await q
    .select({ month: sql<number>`${alone.month}`.mapWith(Number), ms })
    .from(alone)
    .groupBy(sql`${alone.month}`);
  return [...recorded, ...helped.map((one) => ({ month: one.month, minutes: one.ms / MINUTE }))];
}

/** What customers did themselves in each of the months, online, at shared computers, by link or text; by the month's number. */
export async function countDigital(q: Queryable, officeId: string, months: readonly MonthSpan[]) {
  const { customerActs: t, appointmentEvents, appointments } = q.tables;
  const span = { from: months[0]!.from, to: months.at(-1)!.to };
  const acts = q
    .select({ month: monthOf(t.at, months) })
    .from(t)
    .where(and(eq(t.officeId, officeId), within(t.at, span), isNull(t.helpId)))
    .as('acts');
  const inPortal = await q
    .select({ month: sql<number>`${acts.month}`.mapWith(Number), count })
    .from(acts)
    .groupBy(sql`${acts.month}`);
  const said = q
    .select({ month: monthOf(appointmentEvents.at, months) })
    .from(appointmentEvents)
    .innerJoin(appointments, eq(appointments.id, appointmentEvents.appointmentId))
    .where(and(answered(q, { officeId, ...span }), inArray(appointmentEvents.actorKind, ['link', 'reply'])))
    .as('said');
  const answers = await q
    .select({ month: sql<number>`${said.month}`.mapWith(Number), count })
    .from(said)
    .groupBy(sql`${said.month}`);
  return [...inPortal, ...answers];
}
