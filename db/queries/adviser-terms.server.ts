import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, or, type InferSelectModel } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Queryable } from '../client.server';
import { isOneOf, updateRows, type RowChange } from '../dialect/bulk';
import { insertRows } from '../dialect/insert-rows';
import type { Tables } from '../schema/tables';

export type AdviserTermRow = InferSelectModel<Tables['adviserTerms']>;

/** The terms of these customers that last still: one each at most. */
export async function listOpenTerms(q: Queryable, customerIds: readonly string[]): Promise<AdviserTermRow[]> {
  if (customerIds.length === 0) return [];
  const { adviserTerms } = q.tables;
  return q
    .select()
    .from(adviserTerms)
    .where(and(isNull(adviserTerms.untilAt), isOneOf(q, adviserTerms.customerId, customerIds)));
}

/** Adds terms. @throws when one would overlap another of the same customer. */
export async function insertAdviserTerms(q: Queryable, rows: readonly AdviserTermRow[]): Promise<void> {
  if (rows.length === 0) return;
  const { adviserTerms } = q.tables;
  await insertRows(q, adviserTerms, rows);
}

/** Changes terms: ends them, or corrects whom they name. */
export async function updateAdviserTerms(
  q: Queryable,
  changes: readonly RowChange<Tables['adviserTerms']>[],
): Promise<void> {
  await updateRows(q, q.tables.adviserTerms, changes);
}

/** Everybody who was a customer's adviser, the latest first, with who named them. */
export async function listTermsOf(q: Queryable, customerId: string) {
  const { adviserTerms, staff } = q.tables;
  const namer = alias(staff, 'namer');
  return await q
    .select({
      term: adviserTerms,
      adviser: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName },
      namedBy: { id: namer.id, firstName: namer.firstName, lastName: namer.lastName },
    })
    .from(adviserTerms)
    .innerJoin(staff, eq(staff.id, adviserTerms.adviserId))
    .leftJoin(namer, eq(namer.id, adviserTerms.namedBy))
    .where(eq(adviserTerms.customerId, customerId))
    .orderBy(desc(adviserTerms.fromAt), desc(adviserTerms.id));
}

/**
 * The terms of an office's customers that one colleague began between two instants (ms, both included) and that last still,
 * with what became of the message about each: null where none was written.
 */
export async function listTermsNamed(
  q: Queryable,
  params: { officeId: string; namedBy: string; since: number; until: number },
) {
  const { adviserTerms, customers, messages } = q.tables;
  return await q
    .select({ term: adviserTerms, channel: messages.channel, status: messages.status })
    .from(adviserTerms)
    .innerJoin(customers, eq(customers.id, adviserTerms.customerId))
    .leftJoin(messages, eq(messages.id, adviserTerms.id))
    .where(
      and(
        eq(customers.officeId, params.officeId),
        eq(adviserTerms.namedBy, params.namedBy),
        isNull(adviserTerms.untilAt),
        gte(adviserTerms.fromAt, params.since),
        lte(adviserTerms.fromAt, params.until),
      ),
    )
    .orderBy(asc(adviserTerms.customerId));
}

/** The term before one, or null. */
export async function findTermBefore(
  q: Queryable,
  term: Pick<AdviserTermRow, 'customerId' | 'fromAt'>,
): Promise<AdviserTermRow | null> {
  const { adviserTerms } = q.tables;
  const [row] = await q
    .select()
    .from(adviserTerms)
    .where(and(eq(adviserTerms.customerId, term.customerId), lt(adviserTerms.fromAt, term.fromAt)))
    .orderBy(desc(adviserTerms.fromAt))
    .limit(1);
  return row ?? null;
}

/** Takes back a term that was a mistake. */
export async function deleteAdviserTerm(q: Queryable, id: string): Promise<void> {
  const { adviserTerms } = q.tables;
  await q.delete(adviserTerms).where(eq(adviserTerms.id, id));
}

/**
 * An office's meetings that began between two instants (ms) and of which it is on record whether the customer came, each with
 * the adviser whom the customer had at that moment. Groups are left out: they are held for whoever comes.
 */
export async function listHeldMeetings(q: Queryable, params: { officeId: string; from: number; to: number }) {
  const { adviserTerms, appointments } = q.tables;
  return await q
    .select({ adviserId: appointments.adviserId, namedId: adviserTerms.adviserId })
    .from(appointments)
    .leftJoin(
      adviserTerms,
      and(
        eq(adviserTerms.customerId, appointments.customerId),
        lte(adviserTerms.fromAt, appointments.startsAt),
        or(isNull(adviserTerms.untilAt), gt(adviserTerms.untilAt, appointments.startsAt)),
      ),
    )
    .where(
      and(
        eq(appointments.officeId, params.officeId),
        inArray(appointments.status, ['attended', 'failed_to_attend']),
        isNull(appointments.groupId),
        gte(appointments.startsAt, params.from),
        lt(appointments.startsAt, params.to),
      ),
    );
}

/** What was written to a customer about a term, the latest first: the message that has its identifier, and any since. */
export async function listNewsSince(q: Queryable, term: Pick<AdviserTermRow, 'id' | 'customerId' | 'fromAt'>) {
  const { messages } = q.tables;
  return await q
    .select({
      id: messages.id,
      channel: messages.channel,
      provider: messages.provider,
      status: messages.status,
      reason: messages.reason,
      notBefore: messages.notBefore,
    })
    .from(messages)
    .where(
      and(
        eq(messages.customerId, term.customerId),
        eq(messages.purpose, 'adviser'),
        or(eq(messages.id, term.id), gte(messages.createdAt, term.fromAt)),
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.attempt), desc(messages.id));
}

/** Messages to these customers about their adviser that nobody has read: they wait for their time, or to be posted. */
export async function listUnsentNews(q: Queryable, customerIds: readonly string[]): Promise<string[]> {
  if (customerIds.length === 0) return [];
  const { messages } = q.tables;
  const rows = await q
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        isOneOf(q, messages.customerId, customerIds),
        eq(messages.purpose, 'adviser'),
        or(eq(messages.status, 'planned'), and(eq(messages.status, 'accepted'), eq(messages.provider, 'print'))),
      ),
    );
  return rows.map(({ id }) => id);
}
