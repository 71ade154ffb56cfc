import { lockAppointment } from '@db/queries/appointments.server';
import { openCall } from '@db/queries/call-list.server';
import { getPersonToCall } from '@db/queries/call-work.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { callReasonOf } from '~/domain/messaging/after-trouble';
import { dueInHours, latestCall } from '~/domain/messaging/call-due';
import { reminderCause } from '~/domain/messaging/call-list';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { findTold } from './find-trouble.server';
import type { SignedInStaff } from './sessions.server';

export type AskForCallResult =
  | { ok: true; changed: boolean }
  /** `settled`: nothing is wrong any more, so there is nothing to phone about. */
  | { ok: false; reason: 'not_found' | 'settled' };

/**
 * Puts a customer on their adviser's call list, because a message about an appointment is in trouble and nobody is asked
 * to phone. It is the entry that the engine itself would make for this reminder, so that nobody is rung twice, and it
 * closes itself as that would. Twice is once. On record.
 */
export const askForCall =
  (deps: Deps) =>
  async ({ staff, appointmentId }: { staff: SignedInStaff; appointmentId: string }): Promise<AskForCallResult> =>
    deps.db.write(async (q) => {
      const now = deps.clock.now();
      const appointment = await lockAppointment(q, appointmentId);
      if (appointment?.officeId !== staff.officeId) return { ok: false, reason: 'not_found' };
      const { officeId, startsAt, customerId } = appointment;
      const [told] = await findTold(q, deps, { officeId, from: startsAt, to: startsAt + 1, only: appointmentId });
      if (told && told.calls.length > 0) return { ok: true, changed: false };
      if (!told?.trouble) return { ok: false, reason: 'settled' };

      const { cause, about } = told.trouble;
      const { noMessages } = await getPersonToCall(q, customerId);
      const hours = await getWorkingTime(q, officeId);
      await openCall(q, {
        id: deps.newId(),
        officeId,
        customerId,
        appointmentId,
        messageId: about.id,
        ownerId: appointment.adviserId,
        reason: noMessages ? 'safety' : callReasonOf(cause),
        cause: reminderCause(about.reminderId),
        // What came too late to be sent can still be said before they meet.
        dueAt: dueInHours(
          latestCall({ sendBy: about.sendBy > now ? about.sendBy : startsAt, startsAt }, now),
          now,
          hours,
        ),
        createdAt: now,
      });
      await appendAudit(q, deps, {
        chain: officeChain(officeId),
        actor: { kind: 'staff', id: staff.id },
        action: 'call.asked_for',
        subjectKind: 'appointment',
        subjectId: appointmentId,
        detail: cause,
      });
      return { ok: true, changed: true };
    });
