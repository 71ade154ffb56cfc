import { and, asc, eq, gt, isNull, lt, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

export type DiaryFeedRow = InferSelectModel<Tables['diaryFeeds']>;

export async function findDiaryFeed(q: Queryable, staffId: string): Promise<DiaryFeedRow | null> {
  const { diaryFeeds: feeds } = q.tables;
  const [row] = await q.select().from(feeds).where(eq(feeds.staffId, staffId));
  return row ?? null;
}

/** Whose diary the address with this token shows, while they work here. */
export async function findDiaryFeedOwner(q: Queryable, tokenHash: string) {
  const { diaryFeeds: feeds, staff } = q.tables;
  const [row] = await q
    .select({ staffId: staff.id, officeId: staff.officeId })
    .from(feeds)
    .innerJoin(staff, and(eq(staff.id, feeds.staffId), eq(staff.active, true)))
    .where(eq(feeds.tokenHash, tokenHash));
  return row ?? null;
}

/** Keeps a feed in place of the one before, whose address then leads nowhere. */
export async function saveDiaryFeed(q: Queryable, feed: InferInsertModel<Tables['diaryFeeds']>): Promise<void> {
  const { diaryFeeds: feeds } = q.tables;
  const { staffId: _, ...set } = feed;
  await q.insert(feeds).values(feed).onConflictDoUpdate({ target: feeds.staffId, set });
}

export async function deleteDiaryFeed(q: Queryable, staffId: string): Promise<void> {
  const { diaryFeeds: feeds } = q.tables;
  await q.delete(feeds).where(eq(feeds.staffId, staffId));
}

/** An adviser's appointments between two instants (ms), cancelled ones among them: a calendar has to learn that they are off. */
export async function listFeedMeetings(
  q: Queryable,
  params: { adviserId: string; from: number; to: number; limit: number },
) {
  const { appointments, customers } = q.tables;
  return await q
    .select({ appointment: appointments, customerRef: customers.ref })
    .from(appointments)
    .innerJoin(customers, eq(customers.id, appointments.customerId))
    .where(
      and(
        eq(appointments.adviserId, params.adviserId),
        isNull(appointments.groupId),
        gt(appointments.endsAt, params.from),
        lt(appointments.startsAt, params.to),
      ),
    )
    .orderBy(asc(appointments.startsAt), asc(appointments.id))
    .limit(params.limit);
}
