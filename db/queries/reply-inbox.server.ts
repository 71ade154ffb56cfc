import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forUpdate } from '../dialect/locks';

/** Whose texts: those of an office's customers, or only those of one adviser's together with nobody's in particular. */
export interface InboxScope {
  officeId: string;
  adviserId: string | null;
}

/** A text of a customer of this office; or, where several customers have the number, of one of them at least. */
function ofScope(q: Queryable, { officeId, adviserId }: InboxScope) {
  const { replies, customers, contactPoints } = q.tables;
  const theirs = and(
    eq(customers.officeId, officeId),
    adviserId === null ? undefined : or(eq(customers.adviserId, adviserId), isNull(customers.adviserId)),
  );
  const ids = q.select({ id: customers.id }).from(customers).where(theirs);
  const numbers = q
    .select({ valueIndex: contactPoints.valueIndex })
    .from(contactPoints)
    .innerJoin(customers, eq(customers.id, contactPoints.customerId))
    .where(theirs);
  return or(inArray(replies.customerId, ids), and(isNull(replies.customerId), inArray(replies.senderIndex, numbers)));
}

function selectReplies(q: Queryable) {
  const { replies, appointments, staff } = q.tables;
  return q
    .select({
      reply: replies,
      appointment: { id: appointments.id, startsAt: appointments.startsAt },
      handler: { firstName: staff.firstName, lastName: staff.lastName },
    })
    .from(replies)
    .leftJoin(appointments, eq(appointments.id, replies.appointmentId))
    .leftJoin(staff, eq(staff.id, replies.handledBy));
}

/** Texts that nobody has dealt with, oldest first; sealed. */
export async function listOpenReplies(q: Queryable, params: InboxScope & { limit: number }) {
  const { replies } = q.tables;
  return await selectReplies(q)
    .where(and(isNull(replies.handledAt), ofScope(q, params)))
    .orderBy(asc(replies.receivedAt), asc(replies.id))
    .limit(params.limit);
}

/** Texts that were dealt with, by a colleague or by a rule, and came after `since` (ms): newest first; sealed. */
export async function listHandledReplies(q: Queryable, params: InboxScope & { since: number; limit: number }) {
  const { replies } = q.tables;
  return await selectReplies(q)
    .where(and(isNotNull(replies.handledAt), gt(replies.receivedAt, params.since), ofScope(q, params)))
    .orderBy(desc(replies.receivedAt), desc(replies.id))
    .limit(params.limit);
}

/** One text; null when there is none, or it is another office's. */
export async function findOfficeReply(q: Queryable, params: { id: string; officeId: string }) {
  const { replies } = q.tables;
  const scope = ofScope(q, { officeId: params.officeId, adviserId: null });
  const [row] = await selectReplies(q).where(and(eq(replies.id, params.id), scope));
  return row ?? null;
}

/** The same, locked, so that two colleagues do not answer it at once. */
export async function lockOfficeReply(q: Queryable, params: { id: string; officeId: string }) {
  const { replies } = q.tables;
  const scope = ofScope(q, { officeId: params.officeId, adviserId: null });
  const [row] = await forUpdate(
    q,
    q
      .select()
      .from(replies)
      .where(and(eq(replies.id, params.id), scope)),
  );
  return row ?? null;
}

/** Closes a text, opens it again (with nulls), or notes the message that answered it. */
export async function updateReply(
  q: Queryable,
  id: string,
  change: { handledAt?: number | null; handledBy?: string | null; answerId?: string },
): Promise<void> {
  const { replies } = q.tables;
  await q.update(replies).set(change).where(eq(replies.id, id));
}

/**
 * Whose the texts are: the customers of this office by their id or, for numbers that several have, by the number; with
 * what experience says of each number they have.
 */
export async function listReplyOwners(
  q: Queryable,
  params: { officeId: string; customerIds: string[]; senderIndexes: string[] },
) {
  const { customers, contactPoints } = q.tables;
  const { officeId, customerIds, senderIndexes } = params;
  if (customerIds.length + senderIndexes.length === 0) return [];
  return await q
    .select({
      id: customers.id,
      firstName: customers.firstName,
      lastName: customers.lastName,
      valueIndex: contactPoints.valueIndex,
    })
    .from(customers)
    .leftJoin(contactPoints, eq(contactPoints.customerId, customers.id))
    .where(
      and(
        eq(customers.officeId, officeId),
        or(
          customerIds.length > 0 ? inArray(customers.id, customerIds) : sql`false`,
          senderIndexes.length > 0 ? inArray(contactPoints.valueIndex, senderIndexes) : sql`false`,
        ),
      ),
    )
    .orderBy(asc(customers.lastName), asc(customers.firstName), asc(customers.id));
}

/** Every attempt of an answer to these numbers from `since` (ms) on, oldest first; sealed. */
export async function listAnswerAttempts(q: Queryable, params: { recipientIndexes: string[]; since: number }) {
  if (params.recipientIndexes.length === 0) return [];
  const { messages } = q.tables;
  return await q
    .select({
      id: messages.id,
      recipientIndex: messages.recipientIndex,
      body: messages.body,
      status: messages.status,
      reason: messages.reason,
      attempt: messages.attempt,
      createdAt: messages.createdAt,
      at: sql<number>`coalesce(${messages.deliveredAt}, ${messages.finishedAt}, ${messages.sentAt}, ${messages.acceptedAt}, ${messages.createdAt})`.mapWith(
        Number,
      ),
    })
    .from(messages)
    .where(
      and(
        inArray(messages.recipientIndex, params.recipientIndexes),
        eq(messages.purpose, 'reply'),
        gt(messages.createdAt, params.since - 1),
      ),
    )
    .orderBy(asc(messages.createdAt), asc(messages.attempt), asc(messages.id));
}

/** What has to be known before somebody is written to: their language, their office, and their name. */
export async function findPersonToAnswer(q: Queryable, customerId: string) {
  const { customers, offices } = q.tables;
  const [row] = await q
    .select({
      id: customers.id,
      firstName: customers.firstName,
      lastName: customers.lastName,
      knownAs: customers.knownAs,
      language: customers.language,
      adviserId: customers.adviserId,
      officeId: customers.officeId,
      officePhone: offices.phone,
    })
    .from(customers)
    .innerJoin(offices, eq(offices.id, customers.officeId))
    .where(eq(customers.id, customerId));
  return row ?? null;
}
