import type { Queryable } from '@db/client.server';
import { listReplacements, lockAppointment, type AppointmentRow } from '@db/queries/appointments.server';
import { lockCustomerTies } from '@db/queries/availability.server';
import { findOfficeAppointment } from '@db/queries/staff-appointment.server';
import { isStanding, type Outcome } from '~/domain/appointment/appointment';
import { replacementRef } from '~/domain/appointment/replacement';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import { MINUTE } from '~/domain/clock';
import { appendAudit } from './audit.server';
import { bookAppointment } from './book-appointment.server';
import type { Deps } from './deps';
import { moveAppointment } from './move-appointment.server';
import { recordOutcome, type RecordOutcomeResult } from './record-outcome.server';
import type { SignedInStaff } from './sessions.server';
import { undoOutcome, type UndoOutcomeResult } from './undo-outcome.server';
import { within } from './within';

interface Change {
  staff: SignedInStaff;
  appointmentId: string;
  requestId: string | null;
}

/** What every change by staff has in common: who, of which office, and its line in the audit trail. */
function onRecord(deps: Deps, change: Change, action: AuditAction, detail = '') {
  const { staff, appointmentId, requestId } = change;
  const actor = { kind: 'staff' as const, id: staff.id };
  const fact = { chain: officeChain(staff.officeId), actor, action, subjectKind: 'appointment', detail };
  return {
    actor,
    requestId,
    alsoInTransaction: (q: Queryable) => appendAudit(q, deps, { ...fact, subjectId: appointmentId }),
  };
}

/** Records what became of an appointment of the member's office; see `recordOutcome`. */
export const recordOutcomeAsStaff =
  (deps: Deps) =>
  (change: Change & { outcome: Outcome; late?: boolean }): Promise<RecordOutcomeResult> =>
    recordOutcome(deps)({
      appointmentId: change.appointmentId,
      officeId: change.staff.officeId,
      outcome: change.outcome,
      late: change.late ?? false,
      ...onRecord(deps, change, 'appointment.outcome_recorded', change.late ? 'attended_late' : change.outcome),
    });

/** Takes an outcome back; see `undoOutcome`. */
export const undoOutcomeAsStaff =
  (deps: Deps) =>
  (change: Change & { eventId: string | null }): Promise<UndoOutcomeResult> =>
    undoOutcome(deps)({
      appointmentId: change.appointmentId,
      officeId: change.staff.officeId,
      eventId: change.eventId,
      ...onRecord(deps, change, 'appointment.outcome_undone'),
    });

/** The time zone of an appointment of the member's office; null when there is none, or it is another office's. */
export const findAppointmentZone =
  (deps: Deps) =>
  async ({ staff, appointmentId }: Pick<Change, 'staff' | 'appointmentId'>): Promise<string | null> => {
    const params = { id: appointmentId, officeId: staff.officeId };
    const found = await deps.db.read((q) => findOfficeAppointment(q, params));
    return found?.office.timeZone ?? null;
  };

export type GiveNewTimeResult =
  | { ok: true; appointmentId: string; startsAt: number }
  | { ok: false; reason: 'not_found' | 'taken' | 'customer_busy' | 'past' | 'not_standing' | 'changed' };

/**
 * Gives an appointment of the member's office another time, also outside the adviser's weekly hours. One that is
 * still ahead is moved. One that has begun becomes "rearranged", and another is booked in its place, so that its
 * history says what happened; the same form twice books once. When what was booked in its place has been called off, yet
 * another can be.
 * @param change.startsAt the new start (ms); the length stays.
 * @param change.replaced how many had been booked in its place when the form was shown.
 */
export const giveNewTime =
  (deps: Deps) =>
  async (
    change: Change & { startsAt: number; expectedVersion: number; replaced: number },
  ): Promise<GiveNewTimeResult> => {
    const { appointmentId, startsAt, expectedVersion, staff } = change;
    const found = await deps.db.read((q) => findOfficeAppointment(q, { id: appointmentId, officeId: staff.officeId }));
    if (!found) return { ok: false, reason: 'not_found' };
    if (deps.clock.now() < found.appointment.startsAt) {
      const record = onRecord(deps, change, 'appointment.moved');
      const moved = await moveAppointment(deps)({
        appointmentId,
        startsAt,
        expectedVersion,
        override: true,
        ...record,
      });
      if (moved.ok) return { ok: true, appointmentId, startsAt };
      return { ok: false, reason: moved.reason === 'not_free' ? 'taken' : moved.reason };
    }
    return replace(deps, change, found.appointment.customerId);
  };

/** Thrown to take back all that the transaction has written. */
class Refused extends Error {
  constructor(readonly reason: Extract<GiveNewTimeResult, { ok: false }>['reason']) {
    super(reason);
  }
}

/** Both or neither: the new appointment is booked, and the old one called rearranged. */
async function replace(
  deps: Deps,
  change: Change & { startsAt: number; replaced: number },
  customerId: string,
): Promise<GiveNewTimeResult> {
  try {
    return await deps.db.write(async (q) => {
      // The customer, the appointment, and then (in the booking) its adviser.
      await lockCustomerTies(q, customerId);
      const old = await lockAppointment(q, change.appointmentId);
      if (!old || old.customerId !== customerId) throw new Refused('changed');
      return replaceLocked(within(deps, q), change, old, await listReplacements(q, old.ref));
    });
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason };
    throw error;
  }
}

async function replaceLocked(
  deps: Deps,
  change: Change & { startsAt: number; replaced: number },
  old: AppointmentRow,
  replacements: readonly AppointmentRow[],
): Promise<GiveNewTimeResult> {
  if (old.status !== 'booked' && old.status !== 'rearranged') throw new Refused('not_standing');
  if (replacements.length !== change.replaced) {
    const same = replacements.find(({ startsAt, status }) => startsAt === change.startsAt && isStanding(status));
    if (!same) throw new Refused('changed');
    return { ok: true, appointmentId: same.id, startsAt: same.startsAt };
  }
  const { customerId, adviserId, officeId, kind, mode, purpose, bring } = old;
  const booked = await bookAppointment(deps)({
    ref: replacementRef(old.ref, replacements.length),
    ...{ customerId, adviserId, officeId, kind, mode, purpose, bring },
    startsAt: change.startsAt,
    durationMinutes: (old.endsAt - old.startsAt) / MINUTE,
    override: true,
    ...onRecord(deps, change, 'appointment.booked_again'),
  });
  if (!booked.ok) {
    const { reason } = booked;
    if (reason === 'ref_in_use') throw new Refused('changed');
    throw new Refused(reason === 'not_free' || reason === 'room_taken' ? 'taken' : reason);
  }
  const recorded = await recordOutcomeAsStaff(deps)({ ...change, outcome: 'rearranged' });
  if (!recorded.ok) throw new Refused(recorded.reason === 'not_yet' ? 'changed' : recorded.reason);
  return { ok: true, appointmentId: booked.appointmentId, startsAt: change.startsAt };
}
