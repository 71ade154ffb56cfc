import { and, asc, countDistinct, eq, gt, ne, type InferSelectModel } from 'drizzle-orm';
import type { ContactHealth } from '~/domain/contact/contact-point';
import type { Queryable } from '../client.server';
import { asOneValue, isOneOfNamed } from '../dialect/bulk';
import { runPrepared } from '../dialect/prepared';
import type { Tables } from '../schema/tables';

export type ContactPointRow = InferSelectModel<Tables['contactPoints']>;

/** Every way of reaching these customers, in the order in which they were told: of two that serve, the first is taken. */
export async function listContactPoints(q: Queryable, customerIds: string[]): Promise<ContactPointRow[]> {
  if (customerIds.length === 0) return [];
  const { contactPoints } = q.tables;
  const points = () =>
    q
      .select()
      .from(contactPoints)
      .where(isOneOfNamed(q, contactPoints.customerId, 'ids'))
      .orderBy(asc(contactPoints.createdAt), asc(contactPoints.id));
  return runPrepared(q, 'contact points', points, { ids: asOneValue(q, customerIds) });
}

/** Which of these values more than one customer has; what somebody has only said and nobody has checked takes nothing from others. */
export async function listSharedValues(q: Queryable, valueIndexes: string[]): Promise<string[]> {
  if (valueIndexes.length === 0) return [];
  const { contactPoints } = q.tables;
  const shared = () =>
    q
      .select({ valueIndex: contactPoints.valueIndex })
      .from(contactPoints)
      .where(and(isOneOfNamed(q, contactPoints.valueIndex, 'values'), ne(contactPoints.health, 'unchecked')))
      .groupBy(contactPoints.valueIndex)
      .having(gt(countDistinct(contactPoints.customerId), 1));
  const rows = await runPrepared(q, 'shared values', shared, { values: asOneValue(q, valueIndexes) });
  return rows.map((row) => row.valueIndex);
}

/** Which of these numbers and email addresses somebody has whom, for their safety, nothing may be sent. */
export async function listSilentValues(q: Queryable, valueIndexes: string[]): Promise<string[]> {
  if (valueIndexes.length === 0) return [];
  const { contactPoints, customers } = q.tables;
  const silent = () =>
    q
      .selectDistinct({ valueIndex: contactPoints.valueIndex })
      .from(contactPoints)
      .innerJoin(customers, eq(customers.id, contactPoints.customerId))
      .where(
        and(
          isOneOfNamed(q, contactPoints.valueIndex, 'values'),
          eq(customers.noMessages, true),
          // A letter bears one name: whoever else lives there does not open it.
          ne(contactPoints.kind, 'post'),
        ),
      );
  const rows = await runPrepared(q, 'silent values', silent, { values: asOneValue(q, valueIndexes) });
  return rows.map((row) => row.valueIndex);
}

/** Writes down what experience says of a value, for every customer who has it and of whom that is known. */
export async function markContactPoints(
  q: Queryable,
  valueIndex: string,
  change: { health: ContactHealth; lastDeliveredAt?: number },
): Promise<void> {
  const { contactPoints } = q.tables;
  await q
    .update(contactPoints)
    .set(change)
    .where(and(eq(contactPoints.valueIndex, valueIndex), ne(contactPoints.health, 'unchecked')));
}
