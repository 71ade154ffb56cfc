import { sql } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';

/**
 * Which of these blind indexes are kept, with a number or address first, then with a refusal or a message. By indexed columns
 * only: it is asked for every contact that is looked up while DATA_KEY is being changed.
 */
export async function listKeptIndexes(q: Queryable, indexes: readonly string[]): Promise<string[]> {
  if (indexes.length === 0) return [];
  const { contactPoints, optOuts, messages } = q.tables;
  const held = await q
    .selectDistinct({ index: contactPoints.valueIndex })
    .from(contactPoints)
    .where(isOneOf(q, contactPoints.valueIndex, indexes));
  const refused = await q
    .selectDistinct({ index: optOuts.valueIndex })
    .from(optOuts)
    .where(isOneOf(q, optOuts.valueIndex, indexes));
  const written = await q
    .selectDistinct({ index: sql<string>`${messages.recipientIndex}` })
    .from(messages)
    .where(isOneOf(q, messages.recipientIndex, indexes));
  return [...held, ...refused, ...written].map(({ index }) => index);
}
