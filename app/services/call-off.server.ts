import type { Queryable } from '@db/client.server';
import { insertAppointmentEvents, updateAppointments, type AppointmentRow } from '@db/queries/appointments.server';
import { closeCallsAbout, hasBeenTold } from '@db/queries/call-list.server';
import { listReminderMessages } from '@db/queries/reminders.server';
import type { Actor } from '~/domain/access/role';
import { REMINDING_REASONS } from '~/domain/messaging/call-list';
import { wentOut } from '~/domain/messaging/went-out';
import { factsIn, historyEvent } from './appointment-history.server';
import type { Deps } from './deps';
import { noteDiaryChanges } from './note-freed-times.server';
import { planReminders } from './plan-reminders.server';

/**
 * Calls appointments off, in the caller's transaction; the caller holds their locks. Their customers are told through the
 * engine, as of every cancellation.
 * @param how.untold says of which nobody is to hear: `all`, or those of which no message has gone out and nobody has told them
 * by phone (`unsent`): a booking that is taken back at once never was. A message that a worker holds counts as gone out.
 * @returns of how many their customers are told.
 */
export async function callOff(
  q: Queryable,
  deps: Deps,
  rows: readonly AppointmentRow[],
  how: {
    status: 'cancelled_by_office' | 'cancelled_by_customer';
    untold: 'none' | 'unsent' | 'all';
    actor: Actor;
    requestId: string | null;
  },
): Promise<number> {
  if (rows.length === 0) return 0;
  const now = deps.clock.now();
  const ids = rows.map(({ id }) => id);
  const sent = new Set(
    (await listReminderMessages(q, ids)).filter(({ status }) => wentOut(status)).map((one) => one.appointmentId),
  );
  if (how.untold === 'unsent')
    for (const appointmentId of ids) if (await hasBeenTold(q, { appointmentId, since: 0 })) sent.add(appointmentId);
  const after = rows.map((row) => ({ ...row, status: how.status, version: row.version + 1, updatedAt: now }));
  const untold = (id: string) => how.untold === 'all' || (how.untold === 'unsent' && !sent.has(id));
  await updateAppointments(q, after);
  await insertAppointmentEvents(
    q,
    after.map((row, n) => historyEvent(deps, row.id, 'cancelled', how.actor, factsIn(rows[n]!), factsIn(row))),
  );
  await closeCallsAbout(q, {
    appointmentIds: ids,
    // Who said that they cannot come is still owed a call about another time.
    reasons: how.status === 'cancelled_by_customer' ? REMINDING_REASONS : ['cannot_come', ...REMINDING_REASONS],
    ...{ outcome: 'not_needed', by: how.actor.id, now },
  });
  const toPlan = after.map((row) => ({ ...row, outcomeAt: now, untold: untold(row.id) }));
  await planReminders(q, deps, toPlan, now, how.requestId);
  await noteDiaryChanges(
    q,
    deps,
    after.map((row, n) => ({ before: rows[n]!, after: row })),
  );
  return toPlan.filter((row) => !row.untold).length;
}
