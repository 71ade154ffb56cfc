import type { Queryable } from '@db/client.server';
import {
  findLatestEvent,
  insertAppointmentEvents,
  lockAppointment,
  updateAppointments,
} from '@db/queries/appointments.server';
import type { Actor } from '~/domain/access/role';
import type { Outcome } from '~/domain/appointment/appointment';
import { whyNotRecorded } from '~/domain/appointment/day-state';
import { isSameOutcome, recordedAs } from '~/domain/appointment/recorded-outcome';
import { askFeedback, endQuestions } from './ask-feedback.server';
import { historyEvent, recordIn } from './appointment-history.server';
import type { Deps } from './deps';
import { followMissed } from './follow-missed.server';
import { noteDiaryChanges } from './note-freed-times.server';
import { planReminders } from './plan-reminders.server';

export type RecordOutcomeResult =
  /** `eventId` is what `undoOutcome` takes back; null when the outcome came with the appointment. */
  | { ok: true; eventId: string | null; changed: boolean }
  | { ok: false; reason: 'not_found' | 'not_standing' | 'not_yet' };

/**
 * Records what became of an appointment of this office. The same outcome twice is one event; another outcome corrects
 * it. "Failed to attend" plans the text that says how to rebook and a call the same day, "attended" the question whether they
 * got what they needed. One of another office is not found; a cancelled one has no outcome.
 */
export const recordOutcome =
  (deps: Deps) =>
  async (input: {
    appointmentId: string;
    officeId: string;
    outcome: Outcome;
    /** With "attended": they came, but not on time. */
    late?: boolean;
    actor: Actor;
    requestId?: string | null;
    /** Kept together with the change, such as its line in the audit trail; not called when nothing changed. */
    alsoInTransaction?: (q: Queryable) => Promise<void>;
  }): Promise<RecordOutcomeResult> =>
    deps.db.write(async (q) => {
      const now = deps.clock.now();
      const appointment = await lockAppointment(q, input.appointmentId);
      if (!appointment || appointment.officeId !== input.officeId) return { ok: false, reason: 'not_found' };
      const refused = whyNotRecorded(appointment, now);
      if (refused) return { ok: false, reason: refused };
      const { id } = appointment;
      const record = recordedAs(appointment, { outcome: input.outcome, late: input.late === true });
      if (isSameOutcome(appointment, record)) {
        const latest = await findLatestEvent(q, { appointmentId: id, kind: 'outcome_recorded' });
        return { ok: true, eventId: latest?.undoneAt === null ? latest.id : null, changed: false };
      }
      const after = { ...appointment, ...record, updatedAt: now };
      const [was, is] = [recordIn(appointment), recordIn(after)];
      const event = historyEvent(deps, id, 'outcome_recorded', input.actor, was, is);
      await updateAppointments(q, [after]);
      await insertAppointmentEvents(q, [event]);
      await planReminders(q, deps, [{ ...after, outcomeAt: now }], now, input.requestId ?? null);
      await noteDiaryChanges(q, deps, [{ before: appointment, after }]);
      await followMissed(q, deps, after, input.actor.id);
      if (input.outcome === 'attended') await askFeedback(q, deps, after, input.requestId ?? null);
      else await endQuestions(q, deps, { appointmentId: id, reason: 'outcome_undone' });
      await input.alsoInTransaction?.(q);
      return { ok: true, eventId: event.id, changed: true };
    });
