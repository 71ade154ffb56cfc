import { and, asc, eq, exists, gte, inArray, isNull, lt, not, or, sql } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';
import { forRemoval } from '../dialect/locks';

/**
 * Locks messages that ended before `before` (ms), about nothing that was still to come then, and that no open call is about; those
 * that somebody else has in hand are left out, and so are those whose calls are.
 */
export async function lockOldMessages(
  q: Queryable,
  { before, limit }: { before: number; limit: number },
): Promise<string[]> {
  const { messages, appointments, callList } = q.tables;
  const laterAppointment = q
    .select({ one: sql`1` })
    .from(appointments)
    .where(and(eq(appointments.id, messages.appointmentId), gte(appointments.startsAt, before)));
  const openCall = q
    .select({ one: sql`1` })
    .from(callList)
    .where(and(eq(callList.messageId, messages.id), isNull(callList.doneAt)));
  const found = await forRemoval(
    q,
    q
      .select({ id: messages.id })
      .from(messages)
      // The first condition is what the index of ended messages is made for.
      .where(
        and(
          sql`finished_at is not null`,
          lt(messages.finishedAt, before),
          or(isNull(messages.appointmentId), not(exists(laterAppointment))),
          not(exists(openCall)),
        ),
      )
      .orderBy(asc(messages.finishedAt))
      .limit(limit),
  );
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const callsOf = () =>
    q.select({ id: callList.id, messageId: callList.messageId }).from(callList).where(inArray(callList.messageId, ids));
  const locked = new Set((await forRemoval(q, callsOf())).map(({ id }) => id));
  const inHand = new Set((await callsOf()).filter(({ id }) => !locked.has(id)).map(({ messageId }) => messageId));
  return ids.filter((id) => !inHand.has(id));
}

/**
 * Deletes messages with their events and what stood in the print queue. Calls that were made because of one stay, and so do the
 * reminders: what was once planned is not planned anew because its message is gone.
 */
export async function deleteMessages(q: Queryable, ids: string[]): Promise<void> {
  const { messages, messageEvents, letters, callList } = q.tables;
  await q.delete(messageEvents).where(isOneOf(q, messageEvents.messageId, ids));
  await q.delete(letters).where(isOneOf(q, letters.messageId, ids));
  await q
    .update(callList)
    .set({ messageId: null })
    .where(isOneOf(q, callList.messageId, ids));
  await q.delete(messages).where(isOneOf(q, messages.id, ids));
}
