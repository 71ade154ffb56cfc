import {
  and,
  asc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  min,
  notInArray,
  or,
  sql,
  type InferInsertModel,
  type InferSelectModel,
  type SQL,
} from 'drizzle-orm';
import { HOUR } from '~/domain/clock';
import type { Channel } from '~/domain/messaging/channel';
import type { Queryable } from '../client.server';
import { asOneValue, isOneOf, isOneOfNamed, updateRows, type RowChange } from '../dialect/bulk';
import { forChange } from '../dialect/locks';
import { runPrepared } from '../dialect/prepared';
import type { Tables } from '../schema/tables';

export type MessageRow = InferSelectModel<Tables['messages']>;
export type MessageChange = RowChange<Tables['messages']>;
export type NewMessage = InferInsertModel<Tables['messages']>;

// The states are written into these conditions, not bound: only then is the partial index used.
const isPlanned = sql`status = 'planned'`;
const isLeased = (q: Queryable, status: 'claimed' | 'unknown') =>
  and(sql`status in ('claimed', 'unknown')`, eq(q.tables.messages.status, status));

export async function insertMessage(q: Queryable, message: NewMessage): Promise<void> {
  await q.insert(q.tables.messages).values(message);
}

/** Channels by which nothing can go at present. */
export interface ShutChannels {
  /** Their messages wait for a provider or an operator, until their latest moment nears: then another way is found. */
  waiting: readonly Channel[];
  /** They have no slot left for now; their messages take their turn. */
  full: readonly Channel[];
}

/** Which messages are due: what is shut, and how long before `send_by` another way is found (ms). */
export type DueWhere = ShutChannels & { near: number };

/**
 * Planned messages whose time has come, most urgent first, locked; rows in another worker's hands are passed over, and so
 * are those that are known to wait for a channel. Most urgent: what somebody is waiting for, or what is over within the
 * hour; then changed and cancelled appointments, whose old time people still believe in; then the others. Among equals,
 * what is over first.
 * @param among only these.
 */
export async function lockDueMessages(
  q: Queryable,
  now: number,
  limit: number,
  where: DueWhere = { waiting: [], full: [], near: 0 },
  among: readonly string[] | null = null,
): Promise<MessageRow[]> {
  const { messages } = q.tables;
  const due = () => {
    // Bound, so that these rows are found by their ids, and not by all that are due.
    const which = among ? and(isOneOfNamed(q, messages.id, 'ids'), eq(messages.status, 'planned')) : isPlanned;
    const rows = q
      .select()
      .from(messages)
      .where(and(which, isDue(q, where)))
      .orderBy(...byUrgency(q))
      .limit(sql.placeholder('limit'));
    return forChange(q, rows, { skipLocked: true });
  };
  const name = `due, locked${among ? ', among' : ''}: ${nameOf(where)}`;
  const ids = among ? { ids: asOneValue(q, among) } : {};
  return runPrepared(q, name, due, { ...momentsOf(now, where), limit, ...ids });
}

/** The ids of the same, in the same order, not locked. */
export async function listDueIds(q: Queryable, now: number, limit: number, where: DueWhere): Promise<string[]> {
  const { messages } = q.tables;
  const due = () =>
    q
      .select({ id: messages.id })
      .from(messages)
      .where(and(isPlanned, isDue(q, where)))
      .orderBy(...byUrgency(q))
      .limit(sql.placeholder('limit'));
  const rows = await runPrepared(q, `due: ${nameOf(where)}`, due, { ...momentsOf(now, where), limit });
  return rows.map(({ id }) => id);
}

/** What differs in the statement, from one time to the next. */
function nameOf({ waiting, full }: DueWhere): string {
  return `${waiting.join(' ')}; ${full.join(' ')}`;
}

function momentsOf(now: number, { near }: DueWhere) {
  return { now, pressing: now + near, withinTheHour: now + HOUR };
}

function isDue(q: Queryable, { waiting, full }: DueWhere): SQL | undefined {
  const { messages } = q.tables;
  const over = lt(messages.sendBy, sql.placeholder('now'));
  const pressing = and(isNotNull(messages.reminderId), lt(messages.sendBy, sql.placeholder('pressing')));
  const free = (channels: readonly Channel[]) =>
    channels.length === 0 ? undefined : [isNull(messages.channel), notInArray(messages.channel, [...channels]), over];
  const notWaiting = free(waiting);
  const notFull = free(full);
  return and(
    lte(messages.notBefore, sql.placeholder('now')),
    notWaiting && or(...notWaiting, pressing),
    notFull && or(...notFull),
  );
}

function byUrgency(q: Queryable): SQL[] {
  const { messages } = q.tables;
  const rule = sql`(select rule from reminders where reminders.id = ${messages.reminderId})`;
  return [
    sql`case when ${messages.reminderId} is null or ${messages.sendBy} < ${sql.placeholder('withinTheHour')} then 0
      when ${rule} in ('changed', 'cancelled') then 1 else 2 end`,
    asc(messages.sendBy),
    asc(messages.id),
  ];
}

/** One message, locked for a decision about it. */
export async function lockMessage(q: Queryable, id: string): Promise<MessageRow | null> {
  const { messages } = q.tables;
  const [row] = await forChange(q, q.select().from(messages).where(eq(messages.id, id)));
  return row ?? null;
}

/** As much of a message as an answer about it is held against. */
export type AnsweredMessage = Awaited<ReturnType<typeof lockAnswered>>[number];

/** Messages that providers have answered about, locked in the one order in which everybody locks them. */
export async function lockAnswered(q: Queryable, ids: readonly string[]) {
  const { messages } = q.tables;
  const wanted = () =>
    forChange(
      q,
      q
        .select({
          id: messages.id,
          status: messages.status,
          channel: messages.channel,
          provider: messages.provider,
          providerId: messages.providerId,
          fence: messages.fence,
          sendBy: messages.sendBy,
          price: messages.price,
          askAt: messages.askAt,
          acceptedAt: messages.acceptedAt,
          finishedAt: messages.finishedAt,
        })
        .from(messages)
        .where(isOneOfNamed(q, messages.id, 'ids'))
        .orderBy(asc(messages.id)),
    );
  return runPrepared(q, 'messages, answered', wanted, { ids: asOneValue(q, ids) });
}

/** Several messages as they are now, which the caller has locked. */
export async function listMessages(q: Queryable, ids: readonly string[]): Promise<MessageRow[]> {
  if (ids.length === 0) return [];
  const { messages } = q.tables;
  return q
    .select()
    .from(messages)
    .where(isOneOf(q, messages.id, ids));
}

/** Messages whose outcome is unknown and which nobody is asking about, locked; longest known first. */
export async function lockUnknownMessages(q: Queryable, now: number, limit: number): Promise<MessageRow[]> {
  const { messages } = q.tables;
  const waiting = q
    .select()
    .from(messages)
    .where(and(isLeased(q, 'unknown'), or(isNull(messages.leaseUntil), lte(messages.leaseUntil, now))))
    .orderBy(asc(messages.leaseUntil), asc(messages.id))
    .limit(limit);
  return forChange(q, waiting, { skipLocked: true });
}

/** Claimed messages whose worker has not come back in time, locked. */
export async function lockAbandonedMessages(q: Queryable, now: number, limit: number): Promise<MessageRow[]> {
  const { messages } = q.tables;
  const abandoned = q
    .select()
    .from(messages)
    .where(and(isLeased(q, 'claimed'), lte(messages.leaseUntil, now)))
    .limit(limit);
  return forChange(q, abandoned, { skipLocked: true });
}

/** Changes one message. The caller holds its lock and has checked the fencing token. */
export async function updateMessage(q: Queryable, id: string, change: Partial<NewMessage>): Promise<void> {
  const { messages } = q.tables;
  await q.update(messages).set(change).where(eq(messages.id, id));
}

/** Changes many messages, each in its own way. The caller holds their locks and has checked the fencing tokens. */
export async function updateMessages(q: Queryable, changes: readonly MessageChange[]): Promise<void> {
  await updateRows(q, q.tables.messages, changes);
}

/**
 * Keeps a claimed message in its worker's hands for longer.
 * @returns false when it is in other hands already.
 */
export async function renewLease(
  q: Queryable,
  lease: { id: string; fence: number; leaseUntil: number },
): Promise<boolean> {
  const { messages } = q.tables;
  const renewed = await q
    .update(messages)
    .set({ leaseUntil: lease.leaseUntil })
    .where(and(eq(messages.id, lease.id), eq(messages.fence, lease.fence), eq(messages.status, 'claimed')))
    .returning({ id: messages.id });
  return renewed.length > 0;
}

/** Every attempt of one reminder, oldest first. */
export async function listReminderAttempts(q: Queryable, reminderId: string): Promise<MessageRow[]> {
  const { messages } = q.tables;
  return q.select().from(messages).where(eq(messages.reminderId, reminderId)).orderBy(asc(messages.attempt));
}

/**
 * Other attempts for the same appointments, with the rule and version that each was for, and what came of the call
 * where one was made instead.
 */
export async function listAppointmentAttempts(q: Queryable, appointmentIds: string[]) {
  if (appointmentIds.length === 0) return [];
  const { callList, messages, reminders } = q.tables;
  const attempts = () =>
    q
      .select({
        id: messages.id,
        appointmentId: messages.appointmentId,
        reminderId: messages.reminderId,
        version: reminders.appointmentVersion,
        rule: reminders.rule,
        ruleNotBefore: reminders.notBefore,
        attempt: messages.attempt,
        channel: messages.channel,
        provider: messages.provider,
        status: messages.status,
        reason: messages.reason,
        notBefore: messages.notBefore,
        claimedAt: messages.claimedAt,
        callOutcome: callList.outcome,
      })
      .from(messages)
      .innerJoin(reminders, eq(reminders.id, messages.reminderId))
      // By the appointment as well, which is what the index of calls is on.
      .leftJoin(callList, and(eq(callList.appointmentId, messages.appointmentId), eq(callList.messageId, messages.id)))
      .where(isOneOfNamed(q, messages.appointmentId, 'ids'));
  return runPrepared(q, 'attempts of appointments', attempts, { ids: asOneValue(q, appointmentIds) });
}

/** Which of the provider's ids already belong to a message other than `id`. */
export async function listAdoptedProviderIds(
  q: Queryable,
  params: { provider: string; providerIds: string[]; exceptId: string },
): Promise<string[]> {
  if (params.providerIds.length === 0) return [];
  const { messages } = q.tables;
  const rows = await q
    .select({ id: messages.id, providerId: messages.providerId })
    .from(messages)
    .where(and(eq(messages.provider, params.provider), inArray(messages.providerId, params.providerIds)));
  return rows.flatMap((row) => (row.id !== params.exceptId && row.providerId ? [row.providerId] : []));
}

/** When the longest-waiting due message became due (ms), or null when nothing is due. */
export async function findOldestDue(q: Queryable, now: number): Promise<number | null> {
  const { messages } = q.tables;
  const oldest = () =>
    q
      .select({ notBefore: min(messages.notBefore) })
      .from(messages)
      .where(and(isPlanned, lte(messages.notBefore, sql.placeholder('now'))));
  const [row] = await runPrepared(q, 'oldest due', oldest, { now });
  return row && row.notBefore !== null ? Number(row.notBefore) : null;
}
