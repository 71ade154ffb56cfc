import { and, asc, isNotNull, lte } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forChange } from '../dialect/locks';
import type { MessageRow } from './messages.server';

/** Messages that a provider is to be asked about by `now` (ms), longest waiting first, locked. */
export async function lockMessagesToAsk(q: Queryable, now: number, limit: number): Promise<MessageRow[]> {
  const { messages } = q.tables;
  const waiting = q
    .select()
    .from(messages)
    .where(and(isNotNull(messages.askAt), lte(messages.askAt, now)))
    .orderBy(asc(messages.askAt))
    .limit(limit);
  return forChange(q, waiting, { skipLocked: true });
}
