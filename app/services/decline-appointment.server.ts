import { lockAppointment, updateAppointments } from '@db/queries/appointments.server';
import { closeCallsAbout, openCall } from '@db/queries/call-list.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import type { Actor } from '~/domain/access/role';
import { isStanding, type CannotComeReason } from '~/domain/appointment/appointment';
import { REMINDING_REASONS } from '~/domain/messaging/call-list';
import { openFrom } from '~/domain/time/working-time';
import { recordHistoryEvent } from './appointment-history.server';
import type { Deps } from './deps';

export type DeclineResult =
  { ok: true; cannotComeAt: number; changed: boolean } | { ok: false; reason: 'past' | 'not_standing' | 'changed' };

/**
 * The customer can't come. The adviser sees it and has a call to make, due at once while the office is open; the time stays theirs until they
 * pick another. The same tap twice is one event and one call; giving a reason afterwards is kept as a second event.
 * @param input.expectedVersion the version that they were told; they have said nothing of a later one (`changed`).
 */
export const declineAppointment =
  (deps: Deps) =>
  async (input: {
    appointmentId: string;
    actor: Actor;
    reason?: CannotComeReason;
    expectedVersion?: number;
    requestId?: string | null;
  }): Promise<DeclineResult> =>
    deps.db.write(async (q) => {
      const now = deps.clock.now();
      const appointment = await lockAppointment(q, input.appointmentId);
      if (!appointment || !isStanding(appointment.status)) return { ok: false, reason: 'not_standing' };
      if (appointment.endsAt <= now) return { ok: false, reason: 'past' };
      if (input.expectedVersion !== undefined && input.expectedVersion !== appointment.version)
        return { ok: false, reason: 'changed' };
      const { id, confirmedAt, cannotComeAt, cannotComeReason } = appointment;
      const reason = input.reason ?? 'not_given';
      const nothingNew = reason === 'not_given' || reason === cannotComeReason;
      if (cannotComeAt !== null && nothingNew) return { ok: true, cannotComeAt, changed: false };

      const answer = { confirmedAt: null, cannotComeAt: cannotComeAt ?? now, cannotComeReason: reason };
      await updateAppointments(q, [{ ...appointment, ...answer, updatedAt: now }]);
      await recordHistoryEvent(
        q,
        deps,
        id,
        'cannot_come',
        input.actor,
        { confirmedAt, cannotComeAt, cannotComeReason },
        answer,
      );
      if (cannotComeAt === null) {
        // They have been in touch: nobody needs to remind them by phone as well.
        const settled = { reasons: REMINDING_REASONS, outcome: 'not_needed' as const, by: input.actor.id, now };
        await closeCallsAbout(q, { appointmentIds: [id], ...settled });
        const opens = openFrom(now, await getWorkingTime(q, appointment.officeId));
        await openCall(q, {
          id: deps.newId(),
          officeId: appointment.officeId,
          customerId: appointment.customerId,
          appointmentId: id,
          messageId: null,
          ownerId: appointment.adviserId,
          reason: 'cannot_come',
          cause: `cannot-come:${id}:${appointment.version}`,
          dueAt: opens <= appointment.startsAt ? opens : now,
          createdAt: now,
        });
      }
      return { ok: true, cannotComeAt: answer.cannotComeAt, changed: true };
    });
