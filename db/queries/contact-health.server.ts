import { and, asc, eq, gt, inArray, like, ne, or, sql } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { ContactPointRow } from './reach.server';

/**
 * True for a number of which a person has said, in a call or a text, that it is not theirs, since it was last checked.
 * Only asked of numbers that are dead, which is what such a word makes them: there are few. For selects that join: in one
 * without, Drizzle names columns without their tables, and the inner ones would be meant.
 */
function saidWrong(q: Queryable) {
  const { callAttempts, contactPoints: point, replies } = q.tables;
  const since = sql`coalesce(${point.verifiedAt}, 0)`;
  return sql<boolean>`(${point.health} = 'dead' and (
    exists (select 1 from ${callAttempts} where ${callAttempts.contactPointId} = ${point.id}
      and ${callAttempts.outcome} = 'wrong_number' and ${callAttempts.undoneAt} is null and ${callAttempts.at} >= ${since})
    or exists (select 1 from ${replies} where ${replies.customerId} = ${point.customerId}
      and ${replies.senderIndex} = ${point.valueIndex} and ${replies.meaning} = 'wrong_number' and ${replies.receivedAt} >= ${since})
  ))`.mapWith((value: unknown) => value === true || Number(value) === 1);
}

/** Everybody's contact points with this value, and whether a person has said that it is not theirs. */
export async function listPointsWithValue(q: Queryable, valueIndex: string) {
  const { contactPoints, customers } = q.tables;
  return await q
    .select({ point: contactPoints, saidWrong: saidWrong(q) })
    .from(contactPoints)
    .innerJoin(customers, eq(customers.id, contactPoints.customerId))
    .where(eq(contactPoints.valueIndex, valueIndex));
}

/** The sealed numbers of these customers, oldest first. */
export async function listNumbersOf(q: Queryable, customerIds: string[]) {
  const { contactPoints, customers } = q.tables;
  return await q
    .select({ point: contactPoints, saidWrong: saidWrong(q) })
    .from(contactPoints)
    .innerJoin(customers, eq(customers.id, contactPoints.customerId))
    .where(and(inArray(contactPoints.customerId, customerIds), inArray(contactPoints.kind, ['mobile', 'landline'])))
    .orderBy(asc(contactPoints.createdAt), asc(contactPoints.id));
}

/** When messages to a value did not arrive (ms), since `since`, the one with this id left out. */
export async function listFailuresTo(
  q: Queryable,
  params: { valueIndex: string; since: number; exceptId: string },
): Promise<number[]> {
  const { messages } = q.tables;
  const rows = await q
    .select({ at: messages.finishedAt })
    .from(messages)
    .where(
      and(
        eq(messages.recipientIndex, params.valueIndex),
        ne(messages.id, params.exceptId),
        gt(messages.finishedAt, params.since),
        or(
          eq(messages.status, 'undelivered'),
          and(
            eq(messages.status, 'failed'),
            or(like(messages.reason, 'person:%'), like(messages.reason, 'undelivered:%')),
          ),
        ),
      ),
    );
  return rows.flatMap((row) => (row.at === null ? [] : [row.at]));
}

/** Writes down what was learnt about one contact point of one customer. */
export async function updateContactPoint(
  q: Queryable,
  id: string,
  change: Partial<Pick<ContactPointRow, 'health' | 'verifiedAt' | 'lastDeliveredAt'>>,
): Promise<void> {
  const { contactPoints } = q.tables;
  await q.update(contactPoints).set(change).where(eq(contactPoints.id, id));
}

/** A contact point of a customer of this office; null when there is none, or it is another office's. */
export async function findOfficeContactPoint(
  q: Queryable,
  params: { id: string; officeId: string },
): Promise<ContactPointRow | null> {
  const { contactPoints, customers } = q.tables;
  const [row] = await q
    .select({ point: contactPoints })
    .from(contactPoints)
    .innerJoin(customers, eq(customers.id, contactPoints.customerId))
    .where(and(eq(contactPoints.id, params.id), eq(customers.officeId, params.officeId)));
  return row?.point ?? null;
}
