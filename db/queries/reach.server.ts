import { and, countDistinct, eq, gt, inArray, ne, type InferSelectModel } from 'drizzle-orm';
import type { ContactHealth } from '~/domain/contact/contact-point';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

export type ContactPointRow = InferSelectModel<Tables['contactPoints']>;

/** Every way of reaching these customers. */
export async function listContactPoints(q: Queryable, customerIds: string[]): Promise<ContactPointRow[]> {
  if (customerIds.length === 0) return [];
  const { contactPoints } = q.tables;
  return q.select().from(contactPoints).where(inArray(contactPoints.customerId, customerIds));
}

/** Which of these values more than one customer has. */
export async function listSharedValues(q: Queryable, valueIndexes: string[]): Promise<string[]> {
  if (valueIndexes.length === 0) return [];
  const { contactPoints } = q.tables;
  const rows = await q
    .select({ valueIndex: contactPoints.valueIndex })
    .from(contactPoints)
    .where(inArray(contactPoints.valueIndex, valueIndexes))
    .groupBy(contactPoints.valueIndex)
    .having(gt(countDistinct(contactPoints.customerId), 1));
  return rows.map((row) => row.valueIndex);
}

/** Which of these numbers and email addresses somebody has whom, for their safety, nothing may be sent. */
export async function listSilentValues(q: Queryable, valueIndexes: string[]): Promise<string[]> {
  if (valueIndexes.length === 0) return [];
  const { contactPoints, customers } = q.tables;
  const rows = await q
    .selectDistinct({ valueIndex: contactPoints.valueIndex })
    .from(contactPoints)
    .innerJoin(customers, eq(customers.id, contactPoints.customerId))
    .where(
      and(
        inArray(contactPoints.valueIndex, valueIndexes),
        eq(customers.noMessages, true),
        // A letter bears one name: whoever else lives there does not open it.
        ne(contactPoints.kind, 'post'),
      ),
    );
  return rows.map((row) => row.valueIndex);
}

/** Writes down what experience says of a value, for every customer who has it. */
export async function markContactPoints(
  q: Queryable,
  valueIndex: string,
  change: { health: ContactHealth; lastDeliveredAt?: number },
): Promise<void> {
  const { contactPoints } = q.tables;
  await q.update(contactPoints).set(change).where(eq(contactPoints.valueIndex, valueIndex));
}
