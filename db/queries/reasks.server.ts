import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, or, sql, type InferInsertModel } from 'drizzle-orm';
import { REASK_RULES, TELLING_CALLS } from '~/domain/capability/needs-reasking';
import type { ReaskReason } from '~/domain/capability/reassess';
import type { MessageStatus } from '~/domain/messaging/message';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';
import { forChange } from '../dialect/locks';
import type { Tables } from '../schema/tables';

/** Ends of a message that say whether it reached a person. */
const KNOWN_ENDS: MessageStatus[] = ['delivered', 'undelivered', 'failed'];
const LATEST = REASK_RULES.undelivered;

/** Customers with a finished profile, by id: the newest one of each, and when they last used the portal themselves (ms). */
export async function listProfiled(q: Queryable, params: { after: string; limit: number }) {
  const { profiles, customers, signInRecords, customerActs } = q.tables;
  const newer = sql`exists (select 1 from ${profiles} as later where later.customer_id = ${profiles.customerId}
    and later.finished_at is not null and (later.finished_at > ${profiles.finishedAt}
    or (later.finished_at = ${profiles.finishedAt} and later.id > ${profiles.id})))`;
  return q
    .select({
      customerId: customers.id,
      officeId: customers.officeId,
      finishedAt: profiles.finishedAt,
      recommended: profiles.recommended,
      decided: profiles.decided,
      signedInAt: sql<number | null>`(select max(${signInRecords.at}) from ${signInRecords}
        where ${signInRecords.customerId} = ${customers.id})`.mapWith(Number),
      actedAt: sql<number | null>`(select max(${customerActs.at}) from ${customerActs}
        where ${customerActs.customerId} = ${customers.id} and ${customerActs.helpId} is null)`.mapWith(Number),
    })
    .from(profiles)
    .innerJoin(customers, eq(customers.id, profiles.customerId))
    .where(and(isNotNull(profiles.finishedAt), gt(customers.id, params.after), sql`not ${newer}`))
    .orderBy(asc(customers.id))
    .limit(params.limit);
}

/** The latest few messages to each of these customers whose end is known, the newest first. */
export async function listLatestEnds(q: Queryable, customerIds: readonly string[]) {
  const { messages } = q.tables;
  const place = sql<number>`row_number() over (partition by ${messages.customerId} order by ${messages.createdAt} desc)`;
  const ended = q
    .select({
      customerId: messages.customerId,
      status: messages.status,
      endedAt: messages.finishedAt,
      createdAt: messages.createdAt,
      place: place.as('place'),
    })
    .from(messages)
    .where(
      and(
        isOneOf(q, messages.customerId, customerIds),
        inArray(messages.status, KNOWN_ENDS),
        inArray(messages.channel, ['sms', 'email', 'voice']),
      ),
    )
    .as('ended');
  return q
    .select()
    .from(ended)
    .where(sql`${ended.place} <= ${LATEST}`)
    .orderBy(asc(ended.customerId), asc(ended.place));
}

/** When each of the telling calls of these customers since `from` (ms) was asked for. */
export async function listTellingCalls(q: Queryable, params: { customerIds: readonly string[]; from: number }) {
  const { callList } = q.tables;
  return q
    .select({ customerId: callList.customerId, createdAt: callList.createdAt })
    .from(callList)
    .where(
      and(
        isOneOf(q, callList.customerId, params.customerIds),
        gte(callList.createdAt, params.from),
        inArray(callList.reason, [...TELLING_CALLS]),
      ),
    );
}

/** Everything that was ever raised about these customers. */
export async function listReasksOf(q: Queryable, customerIds: readonly string[]) {
  const { reasks } = q.tables;
  return q
    .select()
    .from(reasks)
    .where(isOneOf(q, reasks.customerId, customerIds));
}

export async function insertReask(q: Queryable, row: InferInsertModel<Tables['reasks']>): Promise<void> {
  await q.insert(q.tables.reasks).values(row);
}

/** Sets or takes back when one was settled, and by whom. The caller holds its lock. */
export async function setReaskClosed(
  q: Queryable,
  id: string,
  closed: { closedAt: number | null; closedBy: string | null },
): Promise<void> {
  const { reasks } = q.tables;
  await q.update(reasks).set(closed).where(eq(reasks.id, id));
}

/** One that is about a customer of this office, locked; null when there is none, or it is another office's. */
export async function lockOfficeReask(q: Queryable, params: { id: string; officeId: string }) {
  const { reasks, customers } = q.tables;
  const [row] = await forChange(q, q.select().from(reasks).where(eq(reasks.id, params.id)));
  if (!row) return null;
  const [owner] = await q
    .select({ officeId: customers.officeId })
    .from(customers)
    .where(eq(customers.id, row.customerId));
  return owner?.officeId === params.officeId ? row : null;
}

/** True where another of the same reason is open for this customer. */
export async function hasOpenReask(q: Queryable, params: { customerId: string; reason: ReaskReason }) {
  const { reasks } = q.tables;
  const [row] = await q
    .select({ id: reasks.id })
    .from(reasks)
    .where(and(eq(reasks.customerId, params.customerId), eq(reasks.reason, params.reason), isNull(reasks.closedAt)))
    .limit(1);
  return row !== undefined;
}

/** Closes what is open about customers who have finished a profile since it was raised. @returns how many. */
export async function closeAnsweredReasks(q: Queryable, now: number): Promise<number> {
  const { reasks } = q.tables;
  const rows = await q
    .update(reasks)
    .set({ closedAt: now })
    .where(and(isNull(reasks.closedAt), isAnswered(q)))
    .returning({ id: reasks.id });
  return rows.length;
}

/** They have been asked again since. */
function isAnswered(q: Queryable) {
  const { profiles, reasks } = q.tables;
  return sql`exists (select 1 from ${profiles} where ${profiles.customerId} = ${reasks.customerId}
    and ${profiles.finishedAt} > ${reasks.raisedAt})`;
}

/**
 * Who is to be asked again in an office, the longest waiting first: of one adviser with those who have none, or of everybody.
 * Whoever has been asked since is not in it.
 */
export async function listOpenReasks(
  q: Queryable,
  params: { officeId: string; adviserId: string | null; limit: number },
) {
  const { reasks, customers, staff } = q.tables;
  const { officeId, adviserId, limit } = params;
  return q
    .select({
      id: reasks.id,
      reason: reasks.reason,
      raisedAt: reasks.raisedAt,
      customer: { id: customers.id, firstName: customers.firstName, lastName: customers.lastName },
      noMessages: customers.noMessages,
      adviser: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName },
    })
    .from(reasks)
    .innerJoin(customers, eq(customers.id, reasks.customerId))
    .leftJoin(staff, eq(staff.id, customers.adviserId))
    .where(
      and(
        eq(customers.officeId, officeId),
        isNull(reasks.closedAt),
        sql`not ${isAnswered(q)}`,
        adviserId === null ? undefined : or(isNull(customers.adviserId), eq(customers.adviserId, adviserId)),
      ),
    )
    .orderBy(asc(reasks.raisedAt), asc(reasks.id))
    .limit(limit);
}

/** Those that colleagues said were not needed since `from` (ms), the latest first. */
export async function listSettledReasks(
  q: Queryable,
  params: { officeId: string; closedBy: string | null; from: number; limit: number },
) {
  const { reasks, customers } = q.tables;
  return q
    .select({
      id: reasks.id,
      reason: reasks.reason,
      closedAt: reasks.closedAt,
      customer: { id: customers.id, firstName: customers.firstName, lastName: customers.lastName },
    })
    .from(reasks)
    .innerJoin(customers, eq(customers.id, reasks.customerId))
    .where(
      and(
        eq(customers.officeId, params.officeId),
        gte(reasks.closedAt, params.from),
        params.closedBy === null ? isNotNull(reasks.closedBy) : eq(reasks.closedBy, params.closedBy),
      ),
    )
    .orderBy(desc(reasks.closedAt), asc(reasks.id))
    .limit(params.limit);
}
