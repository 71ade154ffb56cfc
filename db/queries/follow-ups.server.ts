import { and, asc, eq, gte, inArray, isNull, lt, lte, or, sql, type InferInsertModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';
import { forChange } from '../dialect/locks';
import type { Tables } from '../schema/tables';

/** Plans follow-ups of an agreement; those that it has already stay as they are. */
export async function insertFollowUps(
  q: Queryable,
  rows: readonly InferInsertModel<Tables['followUps']>[],
): Promise<void> {
  await q
    .insert(q.tables.followUps)
    .values([...rows])
    .onConflictDoNothing();
}

/** Every follow-up that a customer's plan has had, the first to be due first, with who did it. */
export async function listFollowUps(q: Queryable, customerId: string) {
  const { followUps, staff } = q.tables;
  return q
    .select({ followUp: followUps, byFirstName: staff.firstName })
    .from(followUps)
    .leftJoin(staff, eq(staff.id, followUps.doneBy))
    .where(eq(followUps.customerId, customerId))
    .orderBy(asc(followUps.dueOn), asc(followUps.months), asc(followUps.id));
}

/** Calls these follow-ups off. */
export async function cancelFollowUps(q: Queryable, ids: readonly string[], now: number): Promise<void> {
  if (ids.length === 0) return;
  const { followUps } = q.tables;
  await q
    .update(followUps)
    .set({ cancelledAt: now })
    .where(isOneOf(q, followUps.id, ids));
}

/** Those that nobody has done, due on or before a date, of one adviser's customers and those they stand in for, or of the whole office. */
export async function listOpenFollowUps(
  q: Queryable,
  params: { officeId: string; adviserIds: readonly string[] | null; until: string; limit: number },
) {
  const { followUps, customers, planAgreements, staff } = q.tables;
  const { officeId, adviserIds, until, limit } = params;
  return q
    .select({
      followUp: followUps,
      agreedAt: planAgreements.agreedAt,
      customer: { id: customers.id, firstName: customers.firstName, lastName: customers.lastName },
      noMessages: customers.noMessages,
      adviser: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName },
    })
    .from(followUps)
    .innerJoin(customers, eq(customers.id, followUps.customerId))
    .innerJoin(planAgreements, eq(planAgreements.id, followUps.agreementId))
    .leftJoin(staff, eq(staff.id, customers.adviserId))
    .where(
      and(
        eq(customers.officeId, officeId),
        isNull(followUps.doneAt),
        isNull(followUps.cancelledAt),
        lte(followUps.dueOn, until),
        // What is nobody's in particular is everybody's.
        adviserIds === null
          ? undefined
          : or(isNull(customers.adviserId), inArray(customers.adviserId, [...adviserIds])),
      ),
    )
    .orderBy(asc(followUps.dueOn), asc(followUps.id))
    .limit(limit);
}

/** Those done since `from` (ms) in an office, by one colleague or by anybody, the latest last. */
export async function listDoneFollowUps(
  q: Queryable,
  params: { officeId: string; doneBy: string | null; from: number; limit: number },
) {
  const { followUps, customers } = q.tables;
  return q
    .select({
      followUp: followUps,
      customer: { id: customers.id, firstName: customers.firstName, lastName: customers.lastName },
    })
    .from(followUps)
    .innerJoin(customers, eq(customers.id, followUps.customerId))
    .where(
      and(
        eq(customers.officeId, params.officeId),
        gte(followUps.doneAt, params.from),
        params.doneBy === null ? undefined : eq(followUps.doneBy, params.doneBy),
      ),
    )
    .orderBy(asc(followUps.doneAt), asc(followUps.id))
    .limit(params.limit);
}

/** A follow-up of a customer of this office, locked; null when there is none, or it is another office's. */
export async function lockOfficeFollowUp(q: Queryable, params: { id: string; officeId: string }) {
  const { followUps, customers } = q.tables;
  const [row] = await forChange(q, q.select().from(followUps).where(eq(followUps.id, params.id)));
  if (!row) return null;
  const [owner] = await q
    .select({ officeId: customers.officeId, adviserId: customers.adviserId })
    .from(customers)
    .where(eq(customers.id, row.customerId));
  return owner?.officeId === params.officeId ? { followUp: row, adviserId: owner.adviserId } : null;
}

/** Changes one follow-up. The caller holds its lock. */
export async function updateFollowUp(
  q: Queryable,
  id: string,
  change: Partial<InferInsertModel<Tables['followUps']>>,
): Promise<void> {
  const { followUps } = q.tables;
  await q.update(followUps).set(change).where(eq(followUps.id, id));
}

/** What a call about a follow-up goes by: there is one entry for each, open or closed. */
export const followUpCause = (id: string) => `follow_up:${id}`;

/** Those that nobody has done, due before a date, about which no call was ever put on a list. */
export async function listFollowUpsToCall(q: Queryable, params: { before: string; limit: number }) {
  const { followUps, customers, callList } = q.tables;
  return q
    .select({ id: followUps.id, dueOn: followUps.dueOn, officeId: customers.officeId })
    .from(followUps)
    .innerJoin(customers, eq(customers.id, followUps.customerId))
    .where(
      and(
        isNull(followUps.doneAt),
        isNull(followUps.cancelledAt),
        lt(followUps.dueOn, params.before),
        sql`not exists (select 1 from ${callList} where ${callList.cause} = 'follow_up:' || ${followUps.id})`,
      ),
    )
    .orderBy(asc(followUps.dueOn), asc(followUps.id))
    .limit(params.limit);
}

/** The call of a cause, open or closed. */
export async function findCallOf(q: Queryable, cause: string) {
  const { callList } = q.tables;
  const [row] = await q.select().from(callList).where(eq(callList.cause, cause));
  return row ?? null;
}

/** Closes the open call of a cause. */
export async function closeCallOf(q: Queryable, params: { cause: string; by: string; now: number }): Promise<void> {
  const { callList } = q.tables;
  await q
    .update(callList)
    .set({ doneAt: params.now, doneBy: params.by, outcome: 'not_needed' })
    .where(and(eq(callList.cause, params.cause), isNull(callList.doneAt)));
}
