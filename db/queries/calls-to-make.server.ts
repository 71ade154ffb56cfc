import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { CallReason } from '~/domain/messaging/call-list';
import type { Queryable } from '../client.server';

/** A call for one of these reasons still makes sense when the appointment it is about has begun. */
const OUTLASTS_ITS_APPOINTMENT: CallReason[] = [
  'asked_for_call',
  'cannot_come',
  'number_changed',
  'wrong_number',
  'missed',
];

/** Open, and still of use at `now` (ms): a call to remind of an appointment is of none once that has begun. */
export function isToMake(q: Queryable, now: number) {
  const { callList, appointments } = q.tables;
  return and(
    isNull(callList.doneAt),
    or(isNull(appointments.id), gt(appointments.startsAt, now), inArray(callList.reason, OUTLASTS_ITS_APPOINTMENT)),
  );
}

export interface CallScope {
  officeId: string;
  /** Those of one colleague together with nobody's in particular; null for everybody's. */
  ownerId: string | null;
  /** Only those that were passed on to the manager. */
  escalated: boolean;
  now: number;
}

function inScope(q: Queryable, { officeId, ownerId, escalated, now }: CallScope) {
  const { callList } = q.tables;
  return and(
    eq(callList.officeId, officeId),
    isToMake(q, now),
    ownerId === null ? undefined : or(eq(callList.ownerId, ownerId), isNull(callList.ownerId)),
    escalated ? isNotNull(callList.escalatedAt) : undefined,
  );
}

/** How many calls there are to make. */
export async function countCalls(q: Queryable, scope: CallScope): Promise<number> {
  const { callList, appointments } = q.tables;
  const [row] = await q
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(callList)
    .leftJoin(appointments, eq(appointments.id, callList.appointmentId))
    .where(inScope(q, scope));
  return row?.count ?? 0;
}

function selectCalls(q: Queryable) {
  const { callList, customers, appointments, messages, staff } = q.tables;
  const { id, firstName, lastName, language, discreet, noMessages } = customers;
  return q
    .select({
      call: callList,
      customer: { id, firstName, lastName, language, discreet, noMessages },
      appointment: { id: appointments.id, startsAt: appointments.startsAt },
      message: { channel: messages.channel, body: messages.body, language: messages.language },
      owner: { id: staff.id, firstName: staff.firstName, lastName: staff.lastName },
    })
    .from(callList)
    .innerJoin(customers, eq(customers.id, callList.customerId))
    .leftJoin(appointments, eq(appointments.id, callList.appointmentId))
    .leftJoin(messages, eq(messages.id, callList.messageId))
    .leftJoin(staff, eq(staff.id, callList.ownerId));
}

/** Calls to make, the earliest due first, with all that whoever rings has to know; texts are sealed. */
export async function listCallsToMake(q: Queryable, params: CallScope & { limit: number }) {
  const { callList } = q.tables;
  return await selectCalls(q)
    .where(inScope(q, params))
    .orderBy(asc(callList.dueAt), asc(callList.id))
    .limit(params.limit);
}

/** Calls that colleagues closed since `from` (ms), the latest first; those that events closed are no work of theirs. */
export async function listCallsMade(
  q: Queryable,
  params: { officeId: string; staffId: string | null; from: number; limit: number },
) {
  const { callList, callAttempts } = q.tables;
  const made = sql`exists (select 1 from ${callAttempts} where ${callAttempts.callId} = ${callList.id} and ${callAttempts.undoneAt} is null)`;
  return await selectCalls(q)
    .where(
      and(
        eq(callList.officeId, params.officeId),
        gte(callList.doneAt, params.from),
        made,
        params.staffId === null
          ? undefined
          : or(eq(callList.doneBy, params.staffId), eq(callList.ownerId, params.staffId)),
      ),
    )
    .orderBy(desc(callList.doneAt), asc(callList.id))
    .limit(params.limit);
}
