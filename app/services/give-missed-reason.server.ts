import { lockAppointment, updateAppointments } from '@db/queries/appointments.server';
import type { MissedReason } from '~/domain/appointment/appointment';
import { didNotCome } from '~/domain/appointment/recorded-outcome';
import { officeChain } from '~/domain/audit/audit-entry';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

export type GiveReasonResult = { ok: true; changed: boolean } | { ok: false; reason: 'not_found' | 'changed_since' };

/**
 * Writes down what is known of why somebody did not come, after the outcome is on record; nothing follows from it but help.
 * Another reason takes its place, null takes it off. `changed_since`: they did come, as is known by now.
 */
export const giveMissedReason =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    appointmentId: string;
    reason: MissedReason | null;
  }): Promise<GiveReasonResult> =>
    deps.db.write(async (q) => {
      const { staff, appointmentId: subjectId, reason } = input;
      const appointment = await lockAppointment(q, subjectId);
      if (appointment?.officeId !== staff.officeId) return { ok: false, reason: 'not_found' };
      if (!didNotCome(appointment.status)) return { ok: false, reason: 'changed_since' };
      if (appointment.missedReason === reason) return { ok: true, changed: false };
      await updateAppointments(q, [{ ...appointment, missedReason: reason, updatedAt: deps.clock.now() }]);
      await appendAudit(q, deps, {
        ...{ chain: officeChain(staff.officeId), actor: { kind: 'staff', id: staff.id }, subjectId },
        ...{ action: 'appointment.reason_recorded', subjectKind: 'appointment', detail: reason ?? 'none' },
      });
      return { ok: true, changed: true };
    });
