import type { InferInsertModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { insertNew } from '../dialect/insert-rows';
import type { Tables } from '../schema/tables';

export type NewMessageEvent = InferInsertModel<Tables['messageEvents']>;

/**
 * Writes news about messages; news with the same key is kept once.
 * @returns the ids of the events that were new.
 */
export async function insertMessageEvents(q: Queryable, events: NewMessageEvent[]): Promise<string[]> {
  const rows = events.map((event) => ({ detail: null, ...event }));
  const fresh = await insertNew(q, q.tables.messageEvents, 'id', rows);
  return events.filter((_, n) => fresh[n]).map(({ id }) => id);
}
