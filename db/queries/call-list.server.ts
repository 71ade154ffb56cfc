import { and, asc, eq, gte, inArray, isNull, sql, type InferSelectModel } from 'drizzle-orm';
import type { CallOutcome, CallReason } from '~/domain/messaging/call-list';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';
import { runPrepared } from '../dialect/prepared';
import type { Tables } from '../schema/tables';

export type CallEntry = InferSelectModel<Tables['callList']>;

/**
 * Puts a call on the list. One entry per cause: while it is open the same cause changes nothing; when it was closed,
 * the cause has come back and the entry opens again, with the tries that were made before.
 * @param settledBy outcomes after which the same cause is no news: the person knows.
 */
export async function openCall(
  q: Queryable,
  entry: Omit<CallEntry, 'doneAt' | 'doneBy' | 'outcome' | 'nextTryAt' | 'escalatedAt'>,
  settledBy: readonly CallOutcome[] = [],
): Promise<void> {
  const { callList, staff } = q.tables;
  // Whoever has left makes no calls: it is everybody's then.
  const [owner] =
    entry.ownerId === null
      ? []
      : await q
          .select({ id: staff.id })
          .from(staff)
          .where(and(eq(staff.id, entry.ownerId), eq(staff.active, true)));
  const ownerId = owner?.id ?? null;
  const settled = settledBy.length
    ? sql` and ${callList.outcome} not in (${sql.join(
        settledBy.map((outcome) => sql`${outcome}`),
        sql`, `,
      )})`
    : sql``;
  await q
    .insert(callList)
    .values({ ...entry, ownerId })
    .onConflictDoUpdate({
      target: callList.cause,
      set: {
        doneAt: null,
        doneBy: null,
        outcome: null,
        nextTryAt: null,
        escalatedAt: null,
        reason: entry.reason,
        messageId: entry.messageId,
        dueAt: entry.dueAt,
        ownerId,
        // Tries count from here: those of last time were about last time.
        createdAt: entry.createdAt,
      },
      setWhere: sql`${callList.doneAt} is not null${settled}`,
    });
}

/** The call of a cause is not to be made before an instant (ms): they have said when it is good. */
export async function holdCallUntil(q: Queryable, { cause, from }: { cause: string; from: number }): Promise<void> {
  const { callList } = q.tables;
  await q
    .update(callList)
    .set({ nextTryAt: from })
    .where(and(eq(callList.cause, cause), isNull(callList.doneAt)));
}

/** The open call of a customer for a reason, the earliest due first. */
export async function findOpenCall(
  q: Queryable,
  params: { customerId: string; reason: CallReason },
): Promise<CallEntry | null> {
  const { callList } = q.tables;
  const theirs = eq(callList.customerId, sql.placeholder('customerId'));
  const open = () =>
    q
      .select()
      .from(callList)
      .where(and(theirs, eq(callList.reason, sql.placeholder('reason')), isNull(callList.doneAt)))
      .orderBy(asc(callList.dueAt))
      .limit(1);
  const [row] = await runPrepared(q, 'open call', open, params);
  return row ?? null;
}

/** True when somebody was told of an appointment by phone, or word was left, since an instant (ms). */
export async function hasBeenTold(q: Queryable, params: { appointmentId: string; since: number }): Promise<boolean> {
  const { callAttempts, callList } = q.tables;
  const [row] = await q
    .select({ id: callAttempts.id })
    .from(callAttempts)
    .innerJoin(callList, eq(callList.id, callAttempts.callId))
    .where(
      and(
        eq(callList.appointmentId, params.appointmentId),
        gte(callAttempts.at, params.since),
        inArray(callAttempts.outcome, ['spoke', 'left_word']),
        isNull(callAttempts.undoneAt),
      ),
    )
    .limit(1);
  return row !== undefined;
}

interface Overtaken {
  reasons: readonly CallReason[];
  outcome: CallOutcome;
  by: string | null;
  now: number;
}

/** Closes the open calls about appointments for these reasons, because events have overtaken them. */
export async function closeCallsAbout(q: Queryable, params: Overtaken & { appointmentIds: string[] }): Promise<void> {
  if (params.appointmentIds.length === 0) return;
  const { callList } = q.tables;
  await q
    .update(callList)
    .set({ doneAt: params.now, doneBy: params.by, outcome: params.outcome })
    .where(
      and(
        isOneOf(q, callList.appointmentId, params.appointmentIds),
        inArray(callList.reason, [...params.reasons]),
        isNull(callList.doneAt),
      ),
    );
}

/** Closes the open calls that have these causes. */
export async function closeCallsOf(
  q: Queryable,
  params: Omit<Overtaken, 'reasons'> & { causes: string[] },
): Promise<void> {
  if (params.causes.length === 0) return;
  const { callList } = q.tables;
  await q
    .update(callList)
    .set({ doneAt: params.now, doneBy: params.by, outcome: params.outcome })
    .where(and(isOneOf(q, callList.cause, params.causes), isNull(callList.doneAt)));
}

/** Closes the open calls to customers for these reasons, whatever they are about. */
export async function closeCallsTo(q: Queryable, params: Overtaken & { customerIds: string[] }): Promise<void> {
  if (params.customerIds.length === 0) return;
  const { callList } = q.tables;
  await q
    .update(callList)
    .set({ doneAt: params.now, doneBy: params.by, outcome: params.outcome })
    .where(
      and(
        isOneOf(q, callList.customerId, params.customerIds),
        inArray(callList.reason, [...params.reasons]),
        isNull(callList.doneAt),
      ),
    );
}
