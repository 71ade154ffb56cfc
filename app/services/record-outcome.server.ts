import type { Queryable } from '@db/client.server';
import {
  findLatestEvent,
  insertAppointmentEvents,
  lockAppointment,
  updateAppointments,
} from '@db/queries/appointments.server';
import type { Actor } from '~/domain/access/role';
import type { Outcome } from '~/domain/appointment/appointment';
import { isCancelled } from '~/domain/appointment/told-facts';
import { MINUTE } from '~/domain/clock';
import { askFeedback, endQuestions } from './ask-feedback.server';
import { historyEvent } from './appointment-history.server';
import type { Deps } from './deps';
import { planReminders } from './plan-reminders.server';

/** People come early; an outcome can be recorded this long before the start. */
const EARLIEST = 15 * MINUTE;

export type RecordOutcomeResult =
  /** `eventId` is what `undoOutcome` takes back; null when the outcome came with the appointment. */
  | { ok: true; eventId: string | null; changed: boolean }
  | { ok: false; reason: 'not_found' | 'not_standing' | 'not_yet' };

/**
 * Records what became of an appointment of this office. The same outcome twice is one event; another outcome corrects
 * it. "Failed to attend" plans the text that says how to rebook, "attended" the question whether they got what they needed. One of another office is not found; a cancelled
 * one has no outcome.
 */
export const recordOutcome =
  (deps: Deps) =>
  async (input: {
    appointmentId: string;
    officeId: string;
    outcome: Outcome;
    actor: Actor;
    requestId?: string | null;
    /** Kept together with the change, such as its line in the audit trail; not called when nothing changed. */
    alsoInTransaction?: (q: Queryable) => Promise<void>;
  }): Promise<RecordOutcomeResult> =>
    deps.db.write(async (q) => {
      const now = deps.clock.now();
      const appointment = await lockAppointment(q, input.appointmentId);
      if (!appointment || appointment.officeId !== input.officeId) return { ok: false, reason: 'not_found' };
      if (isCancelled(appointment.status)) return { ok: false, reason: 'not_standing' };
      if (appointment.startsAt > now + EARLIEST) return { ok: false, reason: 'not_yet' };
      const { id, status } = appointment;
      if (status === input.outcome) {
        const latest = await findLatestEvent(q, { appointmentId: id, kind: 'outcome_recorded' });
        return { ok: true, eventId: latest?.undoneAt === null ? latest.id : null, changed: false };
      }
      const after = { ...appointment, status: input.outcome, updatedAt: now };
      const event = historyEvent(deps, id, 'outcome_recorded', input.actor, { status }, { status: input.outcome });
      await updateAppointments(q, [after]);
      await insertAppointmentEvents(q, [event]);
      await planReminders(q, deps, [{ ...after, outcomeAt: now }], now, input.requestId ?? null);
      if (input.outcome === 'attended') await askFeedback(q, deps, after, input.requestId ?? null);
      else await endQuestions(q, deps, { appointmentId: id, reason: 'outcome_undone' });
      await input.alsoInTransaction?.(q);
      return { ok: true, eventId: event.id, changed: true };
    });
