import { and, asc, eq, inArray, isNull, sql, type InferSelectModel } from 'drizzle-orm';
import type { CallOutcome, CallReason } from '~/domain/messaging/call-list';
import type { Queryable } from '../client.server';
import { isOneOf } from '../dialect/bulk';
import type { Tables } from '../schema/tables';

export type CallEntry = InferSelectModel<Tables['callList']>;

/**
 * Puts a call on the list. One entry per cause: while it is open the same cause changes nothing; when it was closed,
 * the cause has come back and the entry opens again.
 */
export async function openCall(q: Queryable, entry: Omit<CallEntry, 'doneAt' | 'doneBy' | 'outcome'>): Promise<void> {
  const { callList } = q.tables;
  await q
    .insert(callList)
    .values(entry)
    .onConflictDoUpdate({
      target: callList.cause,
      set: { doneAt: null, doneBy: null, outcome: null, dueAt: entry.dueAt, ownerId: entry.ownerId },
      setWhere: sql`${callList.doneAt} is not null`,
    });
}

/** The open call of a customer for a reason, the earliest due first. */
export async function findOpenCall(
  q: Queryable,
  params: { customerId: string; reason: CallReason },
): Promise<CallEntry | null> {
  const { callList } = q.tables;
  const [row] = await q
    .select()
    .from(callList)
    .where(and(eq(callList.customerId, params.customerId), eq(callList.reason, params.reason), isNull(callList.doneAt)))
    .orderBy(asc(callList.dueAt))
    .limit(1);
  return row ?? null;
}

/** Closes the open calls about appointments for these reasons, because events have overtaken them. */
export async function closeCallsAbout(
  q: Queryable,
  params: { appointmentIds: string[]; reasons: CallReason[]; outcome: CallOutcome; by: string | null; now: number },
): Promise<void> {
  if (params.appointmentIds.length === 0) return;
  const { callList } = q.tables;
  await q
    .update(callList)
    .set({ doneAt: params.now, doneBy: params.by, outcome: params.outcome })
    .where(
      and(
        isOneOf(q, callList.appointmentId, params.appointmentIds),
        inArray(callList.reason, params.reasons),
        isNull(callList.doneAt),
      ),
    );
}
