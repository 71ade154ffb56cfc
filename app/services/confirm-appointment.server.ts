import { lockAppointment, updateAppointments } from '@db/queries/appointments.server';
import { closeCallsAbout } from '@db/queries/call-list.server';
import type { Actor } from '~/domain/access/role';
import { isStanding } from '~/domain/appointment/appointment';
import { REMINDING_REASONS } from '~/domain/messaging/call-list';
import { recordHistoryEvent } from './appointment-history.server';
import type { Deps } from './deps';

export type ConfirmResult =
  { ok: true; confirmedAt: number; changed: boolean } | { ok: false; reason: 'past' | 'not_standing' | 'changed' };

/**
 * The customer will be there. The same tap twice is one event and the same answer; it takes back "I can't come" and
 * closes the calls about it. Possible until the appointment ends (being late is not being absent).
 * @param input.expectedVersion the version that they were shown; they have not said yes to a later one (`changed`).
 */
export const confirmAppointment =
  (deps: Deps) =>
  async (input: {
    appointmentId: string;
    actor: Actor;
    expectedVersion?: number;
    requestId?: string | null;
  }): Promise<ConfirmResult> =>
    deps.db.write(async (q) => {
      const now = deps.clock.now();
      const appointment = await lockAppointment(q, input.appointmentId);
      if (!appointment || !isStanding(appointment.status)) return { ok: false, reason: 'not_standing' };
      if (appointment.endsAt <= now) return { ok: false, reason: 'past' };
      if (input.expectedVersion !== undefined && input.expectedVersion !== appointment.version)
        return { ok: false, reason: 'changed' };
      const { id, confirmedAt, cannotComeAt, cannotComeReason } = appointment;
      if (confirmedAt !== null) return { ok: true, confirmedAt, changed: false };

      const answer = { confirmedAt: now, cannotComeAt: null, cannotComeReason: null };
      await updateAppointments(q, [{ ...appointment, ...answer, updatedAt: now }]);
      await recordHistoryEvent(
        q,
        deps,
        id,
        'confirmed',
        input.actor,
        { confirmedAt, cannotComeAt, cannotComeReason },
        answer,
      );
      await closeCallsAbout(q, {
        appointmentIds: [id],
        reasons: ['cannot_come', ...REMINDING_REASONS],
        outcome: 'not_needed',
        by: input.actor.id,
        now,
      });
      return { ok: true, confirmedAt: now, changed: true };
    });
