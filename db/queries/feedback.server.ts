import {
  and,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  ne,
  notInArray,
  type InferInsertModel,
  type InferSelectModel,
} from 'drizzle-orm';
import type { MessagePurpose, MessageStatus } from '~/domain/messaging/message';
import type { Queryable } from '../client.server';
import type { Tables } from '../schema/tables';

export type FeedbackRow = InferSelectModel<Tables['appointmentFeedback']>;

export async function findFeedback(q: Queryable, appointmentId: string): Promise<FeedbackRow | null> {
  const { appointmentFeedback: feedback } = q.tables;
  const [row] = await q.select().from(feedback).where(eq(feedback.appointmentId, appointmentId));
  return row ?? null;
}

/** Keeps what somebody says about a meeting; a later answer takes the place of the one before. */
export async function saveFeedback(q: Queryable, row: InferInsertModel<Tables['appointmentFeedback']>): Promise<void> {
  const { appointmentFeedback: feedback } = q.tables;
  const { answer, comment, way, at } = row;
  await q
    .insert(feedback)
    .values(row)
    .onConflictDoUpdate({ target: feedback.appointmentId, set: { answer, comment, way, at } });
}

/** The questions about a meeting that wait, went out or may have: not those that were ended before they went. */
export async function listQuestionsAbout(q: Queryable, appointmentId: string) {
  const { messages } = q.tables;
  return q
    .select({ id: messages.id, status: messages.status })
    .from(messages)
    .where(
      and(
        eq(messages.appointmentId, appointmentId),
        eq(messages.purpose, 'feedback'),
        notInArray(messages.status, ['superseded', 'cancelled', 'suppressed']),
      ),
    );
}

/** Texts in whose case somebody may have read the question. */
const MAY_BE_OUT: readonly MessageStatus[] = ['claimed', 'unknown', 'accepted', 'sent', 'delivered'];

/** The newest text after `since` (ms) that asked this customer at this number how a meeting was. */
export async function findNewestQuestion(
  q: Queryable,
  params: { recipientIndex: string; customerId: string; since: number },
): Promise<{ id: string; appointmentId: string; claimedAt: number } | null> {
  const { messages } = q.tables;
  const [row] = await q
    .select({ id: messages.id, appointmentId: messages.appointmentId, claimedAt: messages.claimedAt })
    .from(messages)
    .where(
      and(
        wentTo(q, params),
        eq(messages.customerId, params.customerId),
        eq(messages.purpose, 'feedback'),
        isNotNull(messages.appointmentId),
      ),
    )
    .orderBy(desc(messages.claimedAt), desc(messages.id))
    .limit(1);
  if (!row?.appointmentId || row.claimedAt === null) return null;
  return { id: row.id, appointmentId: row.appointmentId, claimedAt: row.claimedAt };
}

/** What kinds of text went, or may have gone, to this number after the one given; a code is nothing that is answered. */
export async function listPurposesSince(
  q: Queryable,
  params: { recipientIndex: string; since: number; questionId: string },
): Promise<MessagePurpose[]> {
  const { messages } = q.tables;
  const rows = await q
    .selectDistinct({ purpose: messages.purpose })
    .from(messages)
    .where(and(wentTo(q, params), ne(messages.purpose, 'sign_in_code'), ne(messages.id, params.questionId)));
  return rows.map(({ purpose }) => purpose);
}

function wentTo(q: Queryable, params: { recipientIndex: string; since: number }) {
  const { messages } = q.tables;
  return and(
    eq(messages.recipientIndex, params.recipientIndex),
    eq(messages.channel, 'sms'),
    inArray(messages.status, [...MAY_BE_OUT]),
    gte(messages.claimedAt, params.since),
  );
}
