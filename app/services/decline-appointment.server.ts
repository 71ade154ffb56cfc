import { insertAppointmentEvents, lockAppointment, updateAppointments } from '@db/queries/appointments.server';
import { openCall } from '@db/queries/call-list.server';
import type { Actor } from '~/domain/access/role';
import { isStanding, type CannotComeReason } from '~/domain/appointment/appointment';
import { historyEvent } from './appointment-history.server';
import type { Deps } from './deps';

export type DeclineResult =
  { ok: true; cannotComeAt: number; changed: boolean } | { ok: false; reason: 'past' | 'not_standing' };

/**
 * The customer can't come. The adviser sees it and has a call to make, due at once; the time stays theirs until they
 * pick another. The same tap twice is one event and one call; giving a reason afterwards is kept as a second event.
 */
export const declineAppointment =
  (deps: Deps) =>
  async (input: {
    appointmentId: string;
    actor: Actor;
    reason?: CannotComeReason;
    requestId?: string | null;
  }): Promise<DeclineResult> =>
    deps.db.write(async (q) => {
      const now = deps.clock.now();
      const appointment = await lockAppointment(q, input.appointmentId);
      if (!appointment || !isStanding(appointment.status)) return { ok: false, reason: 'not_standing' };
      if (appointment.endsAt <= now) return { ok: false, reason: 'past' };
      const { id, confirmedAt, cannotComeAt, cannotComeReason } = appointment;
      const reason = input.reason ?? 'not_given';
      const nothingNew = reason === 'not_given' || reason === cannotComeReason;
      if (cannotComeAt !== null && nothingNew) return { ok: true, cannotComeAt, changed: false };

      const answer = { confirmedAt: null, cannotComeAt: cannotComeAt ?? now, cannotComeReason: reason };
      await updateAppointments(q, [{ ...appointment, ...answer, updatedAt: now }]);
      await insertAppointmentEvents(q, [
        historyEvent(deps, id, 'cannot_come', input.actor, { confirmedAt, cannotComeAt, cannotComeReason }, answer),
      ]);
      if (cannotComeAt === null) {
        await openCall(q, {
          id: deps.newId(),
          officeId: appointment.officeId,
          customerId: appointment.customerId,
          appointmentId: id,
          messageId: null,
          ownerId: appointment.adviserId,
          reason: 'cannot_come',
          cause: `cannot-come:${id}:${appointment.version}`,
          dueAt: now,
          createdAt: now,
        });
      }
      return { ok: true, cannotComeAt: answer.cannotComeAt, changed: true };
    });
