import { and, asc, desc, eq, isNull, or, type InferInsertModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';
import { forChange } from '../dialect/locks';
import type { Tables } from '../schema/tables';

/** What a customer has asked for and neither taken back nor been given; the note is sealed. Null: nothing. */
export async function findOpenOtherWay(q: Queryable, customerId: string) {
  const { otherWays: o } = q.tables;
  const [row] = await q
    .select()
    .from(o)
    .where(and(eq(o.customerId, customerId), isNull(o.settledAt), isNull(o.withdrawnAt)))
    .orderBy(desc(o.askedAt), desc(o.id))
    .limit(1);
  return row ?? null;
}

/** One of this office, locked; null when there is none, or it is another office's. */
export async function lockOtherWay(q: Queryable, params: { id: string; officeId: string }) {
  const { otherWays: o } = q.tables;
  const [row] = await forChange(
    q,
    q
      .select()
      .from(o)
      .where(and(eq(o.id, params.id), eq(o.officeId, params.officeId))),
  );
  return row ?? null;
}

export async function insertOtherWay(q: Queryable, row: InferInsertModel<Tables['otherWays']>): Promise<void> {
  await q.insert(q.tables.otherWays).values(row);
}

type Change = Partial<Pick<InferInsertModel<Tables['otherWays']>, 'settledAt' | 'settledBy' | 'withdrawnAt'>>;

export async function updateOtherWay(q: Queryable, id: string, change: Change): Promise<void> {
  const { otherWays } = q.tables;
  await q.update(otherWays).set(change).where(eq(otherWays.id, id));
}

/** The wishes of an office that wait, the oldest first. @param params.adviserIds whose customers; null for everybody's. */
export async function listOpenOtherWays(
  q: Queryable,
  params: { officeId: string; adviserIds: readonly string[] | null; limit: number },
) {
  const { otherWays: o, customers } = q.tables;
  const { officeId, adviserIds, limit } = params;
  return await q
    .select({
      ...{ id: o.id, wants: o.wants, askedAt: o.askedAt },
      customer: { id: customers.id, firstName: customers.firstName, lastName: customers.lastName },
    })
    .from(o)
    .innerJoin(customers, eq(customers.id, o.customerId))
    .where(
      and(
        eq(o.officeId, officeId),
        isNull(o.settledAt),
        isNull(o.withdrawnAt),
        // Whoever has no adviser is everybody's.
        adviserIds === null
          ? undefined
          : or(isOneOf(q, customers.adviserId, [...adviserIds]), isNull(customers.adviserId)),
      ),
    )
    .orderBy(asc(o.askedAt), asc(o.id))
    .limit(limit);
}
