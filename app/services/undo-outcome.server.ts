import {
  findAppointment,
  insertAppointmentEvents,
  listAppointmentEvents,
  lockAppointment,
  markEventUndone,
  updateAppointments,
  type AppointmentRow,
} from '@db/queries/appointments.server';
import { loadDiary, lockAdviser, lockCustomerTies } from '@db/queries/availability.server';
import { isCustomerBusy } from '@db/queries/booking.server';
import { listReminderMessages } from '@db/queries/reminders.server';
import type { Queryable } from '@db/client.server';
import type { Actor } from '~/domain/access/role';
import type { AppointmentStatus } from '~/domain/appointment/appointment';
import { clashes } from '~/domain/appointment/clashes';
import { MINUTE } from '~/domain/clock';
import { wentOut } from '~/domain/messaging/went-out';
import { endQuestions } from './ask-feedback.server';
import { historyEvent, recordIn, recordOf } from './appointment-history.server';
import type { Deps } from './deps';
import { followMissed } from './follow-missed.server';
import { noteDiaryChanges } from './note-freed-times.server';
import { planReminders } from './plan-reminders.server';

export type UndoOutcomeResult =
  /** `messageWasOut`: the text about a missed appointment was with the provider already; the person may need a call. */
  | { ok: true; changed: boolean; messageWasOut: boolean }
  | { ok: false; reason: 'not_found' | 'nothing_to_undo' | 'changed_since' };

/**
 * Takes back the last outcome that was recorded: what was on record before it returns, and the text about a missed appointment
 * is cancelled if it is still here, as are the call and the question how a meeting was. Twice is once. One that corrected
 * another may be taken back first, then the other. `changed_since`: something else has happened to the appointment
 * (another outcome, a cancellation), or its time, which the outcome had freed, is somebody else's by now, or its customer is with
 * somebody else then; so what was meant is no longer there to undo.
 */
export const undoOutcome =
  (deps: Deps) =>
  async (input: {
    appointmentId: string;
    officeId: string;
    eventId?: string | null;
    actor: Actor;
    requestId?: string | null;
    /** Kept together with the change, such as its line in the audit trail; not called when nothing changed. */
    alsoInTransaction?: (q: Queryable) => Promise<void>;
  }): Promise<UndoOutcomeResult> =>
    deps.db.write(async (q) => {
      const now = deps.clock.now();
      // The customer first, as whoever books does: nobody books them elsewhere while it is looked whether they are.
      const seen = await findAppointment(q, input.appointmentId);
      if (seen) await lockCustomerTies(q, seen.customerId);
      const appointment = await lockAppointment(q, input.appointmentId);
      if (!appointment || appointment.officeId !== input.officeId) return { ok: false, reason: 'not_found' };
      const { id, status, version } = appointment;
      const recorded = (await listAppointmentEvents(q, id)).filter(({ kind }) => kind === 'outcome_recorded');
      if (recorded.length === 0) return { ok: false, reason: 'nothing_to_undo' };
      const event = input.eventId ? recorded.find((one) => one.id === input.eventId) : recorded.at(-1);
      if (!event) return { ok: false, reason: 'changed_since' };
      if (event.undoneAt !== null) {
        return { ok: true, changed: false, messageWasOut: await missedMessageWasOut(q, id, version) };
      }
      const previous = recordOf(event.before);
      const standing = recorded.findLast(({ undoneAt }) => undoneAt === null);
      if (event !== standing || status !== event.after?.status || !previous)
        return { ok: false, reason: 'changed_since' };

      if (takesTime(previous.status) && !takesTime(status) && (await timeIsTaken(q, appointment))) {
        return { ok: false, reason: 'changed_since' };
      }

      const after = { ...appointment, ...previous, updatedAt: now };
      await updateAppointments(q, [after]);
      await markEventUndone(q, event.id, now);
      await insertAppointmentEvents(q, [
        historyEvent(deps, id, 'outcome_undone', input.actor, recordIn(appointment), recordIn(after)),
      ]);
      await planReminders(q, deps, [{ ...after, outcomeAt: now }], now, input.requestId ?? null);
      await noteDiaryChanges(q, deps, [{ before: appointment, after }]);
      await followMissed(q, deps, after, input.actor.id);
      await endQuestions(q, deps, { appointmentId: id, reason: 'outcome_undone' });
      await input.alsoInTransaction?.(q);
      return { ok: true, changed: true, messageWasOut: await missedMessageWasOut(q, id, version) };
    });

const takesTime = (status: AppointmentStatus) => ['booked', 'attended', 'failed_to_attend'].includes(status);

/** True when the adviser's time has gone to somebody else meanwhile, or the customer has another appointment in it. */
async function timeIsTaken(q: Queryable, appointment: AppointmentRow): Promise<boolean> {
  const { id, customerId, adviserId, startsAt, endsAt, bufferMinutes, groupId } = appointment;
  if (await isCustomerBusy(q, { customerId, from: startsAt, to: endsAt, exceptId: id })) return true;
  if (groupId !== null) return false;
  await lockAdviser(q, adviserId);
  const time = { startsAt, endsAt: endsAt + bufferMinutes * MINUTE };
  const diary = await loadDiary(q, { adviserId, from: time.startsAt, to: time.endsAt, exceptId: id });
  return diary.busy.some((other) => clashes(time, other, (diary.overlapMinutes ?? 0) * MINUTE));
}

async function missedMessageWasOut(q: Queryable, appointmentId: string, version: number): Promise<boolean> {
  const messages = await listReminderMessages(q, [appointmentId]);
  return messages.some((m) => m.rule === 'missed' && m.version === version && wentOut(m.status));
}
