import { and, eq, lt } from 'drizzle-orm';
import { HOUR } from '~/domain/clock';
import type { Queryable } from '../client.server';

/** Letters that have to be in the post by now are; those that are still in time wait to be printed. */
export async function postOldLetters(q: Queryable, params: { now: number; id: () => string }): Promise<void> {
  const { letters, messageEvents, messages } = q.tables;
  const old = await q
    .select({ id: letters.messageId, queuedAt: letters.queuedAt, adviserId: q.tables.appointments.adviserId })
    .from(letters)
    .innerJoin(messages, eq(messages.id, letters.messageId))
    .innerJoin(q.tables.appointments, eq(q.tables.appointments.id, messages.appointmentId))
    .where(and(eq(messages.status, 'accepted'), lt(letters.postBy, params.now)))
    .orderBy(letters.messageId);
  for (const { id, queuedAt, adviserId } of old) {
    const at = queuedAt + HOUR;
    await q.update(letters).set({ postedAt: at, postedBy: adviserId }).where(eq(letters.messageId, id));
    await q.update(messages).set({ status: 'sent', sentAt: at }).where(eq(messages.id, id));
    const event = { id: params.id(), messageId: id, at, status: 'sent' as const, source: 'staff' as const };
    await q.insert(messageEvents).values({ ...event, detail: 'posted', newsKey: `posted:${event.id}` });
  }
}
