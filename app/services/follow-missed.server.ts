import type { AppointmentRow } from '@db/queries/appointments.server';
import { closeCallsAbout, openCall } from '@db/queries/call-list.server';
import { listReminderMessages } from '@db/queries/reminders.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import type { Queryable } from '@db/client.server';
import { DAY } from '~/domain/clock';
import { sameDayCallDueAt } from '~/domain/messaging/call-due';
import { reminderCause } from '~/domain/messaging/call-list';
import type { Deps } from './deps';

/** Longer ago (ms), a call about a meeting that somebody did not come to is of no use. */
const WORTH_A_CALL = 7 * DAY;

/**
 * Makes the call list fit what is on record of an appointment, in the caller's transaction and after its reminders were planned:
 * whoever did not come is called the same day, to ask how they are and to find another time. With any other outcome, and when it
 * is taken back, nobody needs to be. It is the entry that the engine itself would make if its kind text could not go, so nobody
 * is rung twice; whoever may get no messages is talked to in person.
 * @param by who changed the record.
 */
export async function followMissed(
  q: Queryable,
  deps: Deps,
  appointment: AppointmentRow,
  by: string | null,
): Promise<void> {
  const now = deps.clock.now();
  const { id, status, version, startsAt, officeId, customerId, adviserId } = appointment;
  if (status !== 'failed_to_attend') {
    await closeCallsAbout(q, { appointmentIds: [id], reasons: ['missed'], outcome: 'not_needed', by, now });
    return;
  }
  if (startsAt < now - WORTH_A_CALL) return;
  const text = (await listReminderMessages(q, [id])).find((one) => one.rule === 'missed' && one.version === version);
  const entry = {
    ...{ id: deps.newId(), officeId, customerId, appointmentId: id, messageId: null, ownerId: adviserId },
    cause: text ? reminderCause(text.reminderId) : `missed:${id}`,
    dueAt: sameDayCallDueAt(now, await getWorkingTime(q, officeId)),
    createdAt: now,
  };
  await openCall(q, { ...entry, reason: 'missed' }, ['spoke', 'left_word']);
}
