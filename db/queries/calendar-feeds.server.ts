import { eq, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

export type CalendarFeedRow = InferSelectModel<Tables['calendarFeeds']>;

export async function findFeed(q: Queryable, customerId: string): Promise<CalendarFeedRow | null> {
  const { calendarFeeds: feeds } = q.tables;
  const [row] = await q.select().from(feeds).where(eq(feeds.customerId, customerId));
  return row ?? null;
}

/** Whose feed the address with this token is, and the language it speaks. */
export async function findFeedOwner(q: Queryable, tokenHash: string) {
  const { calendarFeeds: feeds, customers } = q.tables;
  const [row] = await q
    .select({ customerId: feeds.customerId, language: customers.language })
    .from(feeds)
    .innerJoin(customers, eq(customers.id, feeds.customerId))
    .where(eq(feeds.tokenHash, tokenHash));
  return row ?? null;
}

/** Keeps a customer's feed in place of the one before, whose address then leads nowhere. */
export async function saveFeed(q: Queryable, feed: InferInsertModel<Tables['calendarFeeds']>): Promise<void> {
  const { calendarFeeds: feeds } = q.tables;
  const { customerId: _, ...set } = feed;
  await q.insert(feeds).values(feed).onConflictDoUpdate({ target: feeds.customerId, set });
}

export async function deleteFeed(q: Queryable, customerId: string): Promise<void> {
  const { calendarFeeds: feeds } = q.tables;
  await q.delete(feeds).where(eq(feeds.customerId, customerId));
}
