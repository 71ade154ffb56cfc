import { and, asc, eq, gt, inArray, isNull, lte, ne, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Language } from '~/domain/language';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';

/** The customers of an office, or of some of its advisers, by name. @param params.adviserIds null for all; empty for nobody's. */
export async function listCaseload(
  q: Queryable,
  params: { officeId: string; adviserIds: readonly string[] | null; language: Language | null },
) {
  const { customers, staff } = q.tables;
  const { officeId, adviserIds, language } = params;
  const whose =
    adviserIds === null
      ? undefined
      : adviserIds.length === 0
        ? isNull(customers.adviserId)
        : inArray(customers.adviserId, [...adviserIds]);
  return await q
    .select({
      ...{ id: customers.id, ref: customers.ref, firstName: customers.firstName, lastName: customers.lastName },
      ...{ knownAs: customers.knownAs, language: customers.language, noMessages: customers.noMessages },
      adviser: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName },
    })
    .from(customers)
    .leftJoin(staff, eq(staff.id, customers.adviserId))
    .where(and(eq(customers.officeId, officeId), whose, language ? eq(customers.language, language) : undefined))
    .orderBy(asc(customers.lastName), asc(customers.firstName), asc(customers.id));
}

/** Null where there is none. */
const latest = (column: SQLiteColumn, when?: SQL) =>
  sql<number | null>`max(${when ? sql`case when ${when} then ${column} end` : column})`.mapWith(Number);
const first = (column: SQLiteColumn) => sql<string>`min(${column})`;

/**
 * What is known of each of these customers that says whether they need their adviser. One statement for each sort of fact,
 * however many customers there are. `now` and `since` in ms; messages before `since` say nothing any more.
 */
export async function listCaseloadFacts(
  q: Queryable,
  params: { officeId: string; ids: readonly string[]; now: number; since: number },
) {
  const { ids, now } = params;
  const { appointments: a, steps, followUps, planAgreements, contactPoints, messages: m } = q.tables;
  const among = (column: SQLiteColumn) => isOneOf(q, column, ids);
  return {
    next: await q
      .select({ id: a.customerId, at: sql<number>`min(${a.startsAt})`.mapWith(Number) })
      .from(a)
      .where(and(among(a.customerId), eq(a.status, 'booked'), gt(a.endsAt, now)))
      .groupBy(a.customerId),
    meetings: await q
      .select({
        id: a.customerId,
        attendedAt: latest(a.startsAt, sql`${a.status} = 'attended'`),
        missedAt: latest(a.startsAt, sql`${a.status} = 'failed_to_attend'`),
        excusedAt: latest(a.startsAt, sql`${a.status} = 'excused'`),
      })
      .from(a)
      .where(
        and(among(a.customerId), inArray(a.status, ['attended', 'failed_to_attend', 'excused']), lte(a.startsAt, now)),
      )
      .groupBy(a.customerId),
    steps: await q
      .select({ id: steps.customerId, on: first(steps.dueOn) })
      .from(steps)
      .where(and(among(steps.customerId), isNull(steps.doneAt), isNull(steps.endedAt)))
      .groupBy(steps.customerId),
    followUps: await q
      .select({ id: followUps.customerId, on: first(followUps.dueOn) })
      .from(followUps)
      .where(and(among(followUps.customerId), isNull(followUps.doneAt), isNull(followUps.cancelledAt)))
      .groupBy(followUps.customerId),
    /** Oldest first: the last of a customer's is the one that stands. */
    agreements: await q
      .select({ id: planAgreements.customerId, reviewOn: planAgreements.nextReviewOn })
      .from(planAgreements)
      .where(among(planAgreements.customerId))
      .orderBy(asc(planAgreements.agreedAt), asc(planAgreements.id)),
    contacts: await q
      .select({ id: contactPoints.customerId, count: sql<number>`count(*)`.mapWith(Number) })
      .from(contactPoints)
      .where(
        and(
          among(contactPoints.customerId),
          inArray(contactPoints.kind, ['mobile', 'landline', 'email']),
          ne(contactPoints.health, 'dead'),
        ),
      )
      .groupBy(contactPoints.customerId),
    messages: await q
      .select({
        id: m.customerId,
        failedAt: latest(m.createdAt, sql`${m.status} in ('undelivered', 'failed', 'expired')`),
        arrivedAt: latest(m.createdAt, sql`${m.status} in ('accepted', 'sent', 'delivered')`),
      })
      .from(m)
      .where(and(among(m.customerId), gt(m.createdAt, params.since), ne(m.purpose, 'sign_in_code')))
      .groupBy(m.customerId),
    ...(await listWaiting(q, params)),
  };
}

/** What customers wait for, and when they were last in touch. */
async function listWaiting(q: Queryable, { officeId, ids }: { officeId: string; ids: readonly string[] }) {
  const { callList, callAttempts, journalEntries: j, replies, contactRecords } = q.tables;
  const among = (column: SQLiteColumn) => isOneOf(q, column, ids);
  return {
    calls: await q
      .selectDistinct({ id: callList.customerId })
      .from(callList)
      .where(and(eq(callList.officeId, officeId), isNull(callList.doneAt), eq(callList.reason, 'asked_for_call'))),
    spoken: await q
      .select({ id: callList.customerId, at: latest(callAttempts.at) })
      .from(callList)
      .innerJoin(callAttempts, eq(callAttempts.callId, callList.id))
      .where(and(among(callList.customerId), eq(callAttempts.outcome, 'spoke'), isNull(callAttempts.undoneAt)))
      .groupBy(callList.customerId),
    journal: await q
      .select({
        id: j.customerId,
        at: latest(j.at, sql`${j.writtenBy} = 'customer'`),
        openAt: latest(j.at, sql`${j.writtenBy} = 'customer' and ${j.doneAt} is null`),
        answeredAt: latest(j.at, sql`${j.writtenBy} = 'staff'`),
      })
      .from(j)
      .where(among(j.customerId))
      .groupBy(j.customerId),
    replies: await q
      .select({
        id: replies.customerId,
        at: latest(replies.receivedAt),
        openAt: latest(replies.receivedAt, sql`${replies.handledAt} is null`),
      })
      .from(replies)
      .where(among(replies.customerId))
      .groupBy(replies.customerId),
    contactRecords: await q
      .select({ id: contactRecords.customerId, at: latest(contactRecords.at) })
      .from(contactRecords)
      .where(and(among(contactRecords.customerId), isNull(contactRecords.withdrawnAt)))
      .groupBy(contactRecords.customerId),
  };
}

/** How many customers each adviser of an office has. */
export async function countCaseloads(q: Queryable, officeId: string): Promise<Map<string, number>> {
  const { customers } = q.tables;
  const rows = await q
    .select({ id: customers.adviserId, count: sql<number>`count(*)`.mapWith(Number) })
    .from(customers)
    .where(eq(customers.officeId, officeId))
    .groupBy(customers.adviserId);
  return new Map(rows.flatMap(({ id, count }) => (id === null ? [] : [[id, count] as const])));
}
