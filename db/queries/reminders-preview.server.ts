import { and, asc, eq, gt, gte, isNotNull, lt, or } from 'drizzle-orm';
import type { Queryable } from '../client.server';
import type { MessageRow } from './messages.server';

export interface PlannedWindow {
  /** Instants (ms): those due at `from` or later, and before `to`. */
  from: number;
  to: number;
  /** Null for every office. */
  officeId: string | null;
  /** Goes on after this message. */
  after: Pick<MessageRow, 'notBefore' | 'id'> | null;
  limit: number;
}

/** Reminders that wait for their time, in the order in which they are due. */
export async function listPlannedReminders(q: Queryable, window: PlannedWindow): Promise<MessageRow[]> {
  const { appointments, messages } = q.tables;
  const { after } = window;
  const rows = await q
    .select({ message: messages })
    .from(messages)
    .innerJoin(appointments, eq(appointments.id, messages.appointmentId))
    .where(
      and(
        eq(messages.status, 'planned'),
        isNotNull(messages.reminderId),
        gte(messages.notBefore, window.from),
        lt(messages.notBefore, window.to),
        window.officeId === null ? undefined : eq(appointments.officeId, window.officeId),
        after
          ? or(
              gt(messages.notBefore, after.notBefore),
              and(eq(messages.notBefore, after.notBefore), gt(messages.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(messages.notBefore), asc(messages.id))
    .limit(window.limit);
  return rows.map((row) => row.message);
}
