import { and, asc, eq, gt, inArray, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forUpdate } from '../dialect/locks';
import type { Tables } from '../schema/tables';
import type { CallEntry } from './call-list.server';

export type CallAttempt = InferSelectModel<Tables['callAttempts']>;

/** An entry of this office's call list, locked; null when there is none, or it is another office's. */
export async function lockOfficeCall(
  q: Queryable,
  params: { id: string; officeId: string },
): Promise<CallEntry | null> {
  const { callList } = q.tables;
  const [row] = await forUpdate(
    q,
    q
      .select()
      .from(callList)
      .where(and(eq(callList.id, params.id), eq(callList.officeId, params.officeId))),
  );
  return row ?? null;
}

export async function updateCall(
  q: Queryable,
  id: string,
  change: Partial<Pick<CallEntry, 'doneAt' | 'doneBy' | 'outcome' | 'nextTryAt' | 'escalatedAt' | 'ownerId' | 'dueAt'>>,
): Promise<void> {
  const { callList } = q.tables;
  await q.update(callList).set(change).where(eq(callList.id, id));
}

export async function insertCallAttempt(
  q: Queryable,
  attempt: InferInsertModel<Tables['callAttempts']>,
): Promise<void> {
  await q.insert(q.tables.callAttempts).values(attempt);
}

export async function markAttemptUndone(q: Queryable, id: string, now: number): Promise<void> {
  const { callAttempts } = q.tables;
  await q.update(callAttempts).set({ undoneAt: now }).where(eq(callAttempts.id, id));
}

/** Every try of these calls, oldest first, those taken back among them, with who made it. */
export async function listCallAttempts(q: Queryable, callIds: string[]) {
  const { callAttempts, staff } = q.tables;
  return await q
    .select({ attempt: callAttempts, by: { firstName: staff.firstName, lastName: staff.lastName } })
    .from(callAttempts)
    .innerJoin(staff, eq(staff.id, callAttempts.staffId))
    .where(inArray(callAttempts.callId, callIds))
    .orderBy(asc(callAttempts.at), asc(callAttempts.id));
}

/** Who a call is for, as far as calls are concerned. @throws when there is no such customer. */
export async function getPersonToCall(q: Queryable, customerId: string) {
  const { customers } = q.tables;
  const [person] = await q
    .select({
      adviserId: customers.adviserId,
      officeId: customers.officeId,
      discreet: customers.discreet,
      noMessages: customers.noMessages,
    })
    .from(customers)
    .where(eq(customers.id, customerId));
  if (!person) throw new Error('a call has lost its customer');
  return person;
}

/** When this customer's next meeting begins (ms), or null. */
export async function findNextStart(q: Queryable, customerId: string, now: number): Promise<number | null> {
  const { appointments } = q.tables;
  const [row] = await q
    .select({ startsAt: appointments.startsAt })
    .from(appointments)
    .where(
      and(eq(appointments.customerId, customerId), eq(appointments.status, 'booked'), gt(appointments.startsAt, now)),
    )
    .orderBy(asc(appointments.startsAt))
    .limit(1);
  return row?.startsAt ?? null;
}

/** True for a colleague of this office who has a diary, and so a call list. */
export async function isCaller(q: Queryable, params: { id: string; officeId: string }): Promise<boolean> {
  const { staff } = q.tables;
  const [row] = await q
    .select({ id: staff.id })
    .from(staff)
    .where(
      and(
        eq(staff.id, params.id),
        eq(staff.officeId, params.officeId),
        eq(staff.active, true),
        inArray(staff.role, ['adviser', 'manager']),
      ),
    );
  return row !== undefined;
}
