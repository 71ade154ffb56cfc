import {
  and,
  asc,
  desc,
  eq,
  gte,
  inArray,
  isNull,
  lte,
  or,
  type InferInsertModel,
  type InferSelectModel,
} from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forChange } from '../dialect/locks';
import type { Tables } from '../schema/tables';

export type SignpostRow = InferSelectModel<Tables['signposts']>;

/** What a customer was pointed to and nobody took back, the newest first, with who pointed; null: they chose it themselves. */
export async function listSignposts(q: Queryable, customerId: string) {
  const { signposts, staff } = q.tables;
  return q
    .select({
      signpost: signposts,
      giver: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName },
    })
    .from(signposts)
    .leftJoin(staff, eq(staff.id, signposts.givenBy))
    .where(and(eq(signposts.customerId, customerId), isNull(signposts.withdrawnAt)))
    .orderBy(desc(signposts.givenAt), desc(signposts.id));
}

export async function insertSignposts(q: Queryable, rows: InferInsertModel<Tables['signposts']>[]): Promise<void> {
  if (rows.length > 0) await q.insert(q.tables.signposts).values(rows);
}

/** One of a customer, locked; null when there is none, or it is somebody else's. */
export async function lockOwnSignpost(q: Queryable, params: { id: string; customerId: string }) {
  const { signposts } = q.tables;
  const [row] = await forChange(q, q.select().from(signposts).where(eq(signposts.id, params.id)));
  return row?.customerId === params.customerId ? row : null;
}

/** One of a customer who is of this office now, locked; null when there is none, or it is another office's. */
export async function lockOfficeSignpost(q: Queryable, params: { id: string; officeId: string }) {
  const { signposts, customers } = q.tables;
  const [row] = await forChange(q, q.select().from(signposts).where(eq(signposts.id, params.id)));
  if (!row) return null;
  const [owner] = await q
    .select({ officeId: customers.officeId })
    .from(customers)
    .where(eq(customers.id, row.customerId));
  return owner?.officeId === params.officeId ? row : null;
}

/** Changes one. The caller holds its lock. */
export async function updateSignpost(
  q: Queryable,
  id: string,
  change: Partial<InferInsertModel<Tables['signposts']>>,
): Promise<void> {
  const { signposts } = q.tables;
  await q.update(signposts).set(change).where(eq(signposts.id, id));
}

interface Whose {
  officeId: string;
  /** Of these advisers' customers, together with those who have none; null: of everybody in the office. */
  adviserIds: readonly string[] | null;
}

function ofThem(q: Queryable, { officeId, adviserIds }: Whose) {
  const { customers } = q.tables;
  return and(
    eq(customers.officeId, officeId),
    adviserIds === null ? undefined : or(isNull(customers.adviserId), inArray(customers.adviserId, [...adviserIds])),
  );
}

const shown = (q: Queryable) => ({
  signpost: q.tables.signposts,
  customer: {
    id: q.tables.customers.id,
    firstName: q.tables.customers.firstName,
    lastName: q.tables.customers.lastName,
  },
  noMessages: q.tables.customers.noMessages,
  adviser: { id: q.tables.staff.id, firstName: q.tables.staff.firstName, lastName: q.tables.staff.lastName },
});

/** Those to be asked about on or before a date, whose outcome nobody has recorded; the longest due first. */
export async function listSignpostsDue(q: Queryable, params: Whose & { until: string; limit: number }) {
  const { signposts, customers, staff } = q.tables;
  return q
    .select(shown(q))
    .from(signposts)
    .innerJoin(customers, eq(customers.id, signposts.customerId))
    .leftJoin(staff, eq(staff.id, customers.adviserId))
    .where(
      and(
        ofThem(q, params),
        isNull(signposts.withdrawnAt),
        isNull(signposts.outcome),
        lte(signposts.askOn, params.until),
      ),
    )
    .orderBy(asc(signposts.askOn), asc(signposts.id))
    .limit(params.limit);
}

/** Those whose outcome was recorded since `from` (ms), the latest first. */
export async function listSignpostsAsked(q: Queryable, params: Whose & { from: number; limit: number }) {
  const { signposts, customers, staff } = q.tables;
  return q
    .select(shown(q))
    .from(signposts)
    .innerJoin(customers, eq(customers.id, signposts.customerId))
    .leftJoin(staff, eq(staff.id, customers.adviserId))
    .where(and(ofThem(q, params), isNull(signposts.withdrawnAt), gte(signposts.outcomeAt, params.from)))
    .orderBy(desc(signposts.outcomeAt), desc(signposts.id))
    .limit(params.limit);
}
