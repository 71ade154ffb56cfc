import { findAppointment, findLatestEvent } from '@db/queries/appointments.server';
import { lockBookedTogether } from '@db/queries/booking.server';
import { officeChain } from '~/domain/audit/audit-entry';
import { HOUR } from '~/domain/clock';
import { endQuestions } from './ask-feedback.server';
import { appendAudit } from './audit.server';
import { callOff } from './call-off.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';

/** How long a booking can be taken back as if it had never been; after that it is cancelled like any other. */
const UNDONE_WITHIN = 2 * HOUR;

export type UndoBookingResult =
  /** `told`: the customer had heard of it, or may have, and so is told that it is off. */
  | { ok: true; changed: boolean; told: boolean; customerId: string }
  | { ok: false; reason: 'not_found' | 'changed_since' };

/**
 * Takes back what was booked with one press: the appointment, and those that were booked together with it. Nothing is sent
 * about what nobody has heard of. Twice is once. `changed_since`: something has happened to one of them, or it is too long ago.
 */
export const undoBooking =
  (deps: Deps) =>
  async (input: {
    staff: SignedInStaff;
    appointmentId: string;
    requestId: string | null;
  }): Promise<UndoBookingResult> =>
    deps.db.write(async (q) => {
      const { staff, appointmentId, requestId } = input;
      const now = deps.clock.now();
      const found = await findAppointment(q, appointmentId);
      if (!found || found.officeId !== staff.officeId) return { ok: false, reason: 'not_found' };
      const base = formRefOf(found.ref);
      if (base === null) return { ok: false, reason: 'changed_since' };
      const together = (await lockBookedTogether(q, base)).filter((row) => formRefOf(row.ref) === base);
      const { customerId } = found;
      const standing = together.filter(({ status }) => status !== 'cancelled_by_office');
      if (standing.length === 0) return { ok: true, changed: false, told: false, customerId };
      const untouched = (row: (typeof together)[number]) =>
        row.version === 1 &&
        row.confirmedAt === null &&
        row.cannotComeAt === null &&
        (row.walkIn ? row.status === 'attended' : row.status === 'booked' && row.startsAt > now);
      const booked = await findLatestEvent(q, { appointmentId, kind: 'booked' });
      if (!standing.every(untouched) || !booked || now - booked.at > UNDONE_WITHIN)
        return { ok: false, reason: 'changed_since' };
      const actor = { kind: 'staff' as const, id: staff.id };
      const told = await callOff(q, deps, standing, {
        ...{ status: 'cancelled_by_office', untold: found.walkIn ? 'all' : 'unsent', actor, requestId },
      });
      for (const { id } of standing) {
        if (found.walkIn) await endQuestions(q, deps, { appointmentId: id, reason: 'outcome_undone' });
        const fact = { chain: officeChain(staff.officeId), actor, action: 'appointment.booking_undone' } as const;
        await appendAudit(q, deps, { ...fact, subjectKind: 'appointment', subjectId: id });
      }
      return { ok: true, changed: true, told: told > 0, customerId };
    });

/** What the references have in common that one sent form made: "WM-" and the form's own id; null for any other. */
function formRefOf(ref: string): string | null {
  return /^(WM-[0-9a-f-]{36})(?:-\d+)?$/.exec(ref)?.[1] ?? null;
}
