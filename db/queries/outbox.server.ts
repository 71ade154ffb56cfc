import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne, sql, type SQL } from 'drizzle-orm';
import type { Channel } from '~/domain/messaging/channel';
import type { MessageStatus } from '~/domain/messaging/message';
import type { Queryable } from '../client.server';

export interface OutboxFilter {
  /** `out` was handed over or given to a person; `coming` waits for its time; `unsent` never went. */
  show: 'out' | 'coming' | 'unsent';
  channel: Channel | null;
  statuses: readonly MessageStatus[] | null;
  /** The beginning of a first name; capitals do not matter. */
  firstName: string;
}

function conditions(q: Queryable, filter: OutboxFilter): SQL | undefined {
  const { messages, customers } = q.tables;
  const shown = {
    out: isNotNull(messages.claimedAt),
    coming: and(eq(messages.status, 'planned'), isNull(messages.claimedAt)),
    unsent: and(ne(messages.status, 'planned'), isNull(messages.claimedAt)),
  }[filter.show];
  return and(
    shown,
    filter.channel ? eq(messages.channel, filter.channel) : undefined,
    filter.statuses ? inArray(messages.status, [...filter.statuses]) : undefined,
    filter.firstName
      ? sql`lower(substr(${customers.firstName}, 1, ${filter.firstName.length})) = lower(${filter.firstName})`
      : undefined,
  );
}

/** One page of messages with whom and what they are about: newest first, those to come soonest first. */
export async function listOutboxMessages(q: Queryable, filter: OutboxFilter, page: { limit: number; offset: number }) {
  const { messages } = q.tables;
  const order =
    filter.show === 'coming'
      ? [asc(messages.notBefore), asc(messages.id)]
      : [desc(sql`coalesce(${messages.claimedAt}, ${messages.finishedAt}, ${messages.createdAt})`), desc(messages.id)];
  return select(q)
    .where(conditions(q, filter))
    .orderBy(...order)
    .limit(page.limit)
    .offset(page.offset);
}

export async function countOutboxMessages(q: Queryable, filter: OutboxFilter): Promise<number> {
  const { customers, messages } = q.tables;
  const [row] = await q
    .select({ count: count() })
    .from(messages)
    .leftJoin(customers, eq(customers.id, messages.customerId))
    .where(conditions(q, filter));
  return row?.count ?? 0;
}

export async function findOutboxMessage(q: Queryable, id: string) {
  const [row] = await select(q).where(eq(q.tables.messages.id, id));
  return row ?? null;
}

function select(q: Queryable) {
  const { messages, customers, reminders, appointments, offices } = q.tables;
  return q
    .select({
      message: messages,
      // As a call would say it.
      firstName: sql<string | null>`coalesce(${customers.knownAs}, ${customers.firstName})`,
      rule: reminders.rule,
      startsAt: appointments.startsAt,
      zone: offices.timeZone,
    })
    .from(messages)
    .leftJoin(customers, eq(customers.id, messages.customerId))
    .leftJoin(reminders, eq(reminders.id, messages.reminderId))
    .leftJoin(appointments, eq(appointments.id, messages.appointmentId))
    .leftJoin(offices, eq(offices.id, customers.officeId));
}

/** What became of messages, oldest first. */
export async function listMessageHistory(q: Queryable, messageIds: string[]) {
  if (messageIds.length === 0) return [];
  const { messageEvents } = q.tables;
  return q
    .select()
    .from(messageEvents)
    .where(inArray(messageEvents.messageId, messageIds))
    .orderBy(asc(messageEvents.at), asc(messageEvents.id));
}

/** Texts that came back from these numbers, newest first. */
export async function listRepliesFrom(q: Queryable, senderIndexes: string[]) {
  if (senderIndexes.length === 0) return [];
  const { replies } = q.tables;
  return q
    .select()
    .from(replies)
    .where(inArray(replies.senderIndex, senderIndexes))
    .orderBy(desc(replies.receivedAt), desc(replies.id));
}
