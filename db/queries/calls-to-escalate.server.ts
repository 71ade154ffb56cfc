import { and, asc, eq, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import { forChange } from '../dialect/locks';
import type { CallEntry } from './call-list.server';
import { isToMake } from './calls-to-make.server';

/** The offices that have calls which nobody has passed on although they may have to be, in one order for everybody. */
export async function listOfficesToEscalate(q: Queryable, params: Near): Promise<string[]> {
  const { callList, appointments } = q.tables;
  const rows = await q
    .selectDistinct({ officeId: callList.officeId })
    .from(callList)
    .leftJoin(appointments, eq(appointments.id, callList.appointmentId))
    .where(mayEscalate(q, params))
    .orderBy(asc(callList.officeId));
  return rows.map((row) => row.officeId);
}

/** Those calls of one office, locked; a call that somebody is working on at this moment is passed over. */
export async function lockCallsToEscalate(
  q: Queryable,
  params: Near & { officeId: string; limit: number },
): Promise<CallEntry[]> {
  const { callList, appointments } = q.tables;
  const near = await q
    .select({ id: callList.id })
    .from(callList)
    .leftJoin(appointments, eq(appointments.id, callList.appointmentId))
    .where(and(eq(callList.officeId, params.officeId), mayEscalate(q, params)))
    .orderBy(asc(callList.dueAt), asc(callList.id))
    .limit(params.limit);
  if (near.length === 0) return [];
  // Looked at again under the lock: another worker may have been here between the two.
  return forChange(
    q,
    q
      .select()
      .from(callList)
      .where(
        and(
          inArray(
            callList.id,
            near.map((one) => one.id),
          ),
          isNull(callList.doneAt),
          isNull(callList.escalatedAt),
        ),
      )
      .orderBy(asc(callList.id)),
    { skipLocked: true },
  );
}

interface Near {
  now: number;
  /** Calls due by then (ms) are looked at, and those with so many tries. */
  dueBy: number;
  tries: number;
}

function mayEscalate(q: Queryable, { now, dueBy, tries }: Near) {
  const { callList, callAttempts } = q.tables;
  const made = sql`(select count(*) from ${callAttempts} where ${callAttempts.callId} = ${callList.id} and ${callAttempts.undoneAt} is null)`;
  // An offer that nobody has phoned about lapses by itself, and the next person is asked.
  const matters = ne(callList.reason, 'earlier_time');
  return and(
    isToMake(q, now),
    matters,
    isNull(callList.escalatedAt),
    or(lte(callList.dueAt, dueBy), sql`${made} >= ${tries}`),
  );
}
