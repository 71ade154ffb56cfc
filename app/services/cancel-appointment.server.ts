import {
  findAppointment,
  findLatestEvent,
  insertAppointmentEvents,
  lockAppointment,
  markEventUndone,
  updateAppointments,
  type AppointmentRow,
} from '@db/queries/appointments.server';
import { lockAdviser, lockCustomerTies } from '@db/queries/availability.server';
import { isCustomerBusy } from '@db/queries/booking.server';
import { closeCallsAbout, hasBeenTold } from '@db/queries/call-list.server';
import { listGroupPlaces, lockGroupSession, type GroupSessionRow } from '@db/queries/group-sessions.server';
import { listReminderMessages } from '@db/queries/reminders.server';
import type { Queryable } from '@db/client.server';
import type { CancelReason } from '~/domain/appointment/appointment';
import { mayCancel } from '~/domain/appointment/day-state';
import { holdsPlace, placesLeft } from '~/domain/appointment/group-places';
import { officeChain, type AuditAction } from '~/domain/audit/audit-entry';
import { REMINDING_REASONS } from '~/domain/messaging/call-list';
import { wentOut } from '~/domain/messaging/went-out';
import { historyEvent } from './appointment-history.server';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import { findTime } from './find-time.server';
import { noteDiaryChanges } from './note-freed-times.server';
import { planReminders } from './plan-reminders.server';
import type { SignedInStaff } from './sessions.server';

interface Change {
  staff: SignedInStaff;
  appointmentId: string;
  requestId: string | null;
}

export type CancelResult =
  /** `eventId` is what `undoCancellation` takes back. */
  { ok: true; eventId: string; changed: boolean } | { ok: false; reason: 'not_found' | 'not_standing' | 'begun' };

/**
 * The office calls off an appointment that is still ahead. The customer is told by the rule for cancelled ones, and calls that
 * were to remind of it are closed. Twice is once. From its start on it is an outcome, see `recordOutcome` (`begun`).
 */
export const cancelAppointment =
  (deps: Deps) =>
  async (change: Change & { reason: CancelReason }): Promise<CancelResult> =>
    deps.db.write(async (q) => {
      const { staff, appointmentId: id, reason } = change;
      const now = deps.clock.now();
      const appointment = await lockAppointment(q, id);
      if (appointment?.officeId !== staff.officeId) return { ok: false, reason: 'not_found' };
      const { status, version } = appointment;
      const before = await findOwnCancellation(q, appointment);
      if (before) return { ok: true, eventId: before.id, changed: false };
      if (status !== 'booked') return { ok: false, reason: 'not_standing' };
      if (!mayCancel(appointment, now)) return { ok: false, reason: 'begun' };

      const after = { ...appointment, status: 'cancelled_by_office' as const, version: version + 1, updatedAt: now };
      const said = { status: after.status, version: after.version, cancelReason: reason };
      const event = historyEvent(deps, id, 'cancelled', { kind: 'staff', id: staff.id }, { status, version }, said);
      await updateAppointments(q, [after]);
      await insertAppointmentEvents(q, [event]);
      await closeCalls(q, id, staff.id, now);
      await planReminders(q, deps, [after], now, change.requestId);
      await noteDiaryChanges(q, deps, [{ before: appointment, after }]);
      await onRecord(q, deps, change, 'appointment.cancelled', reason);
      return { ok: true, eventId: event.id, changed: true };
    });

export type UndoCancellationResult =
  { ok: true; changed: boolean } | { ok: false; reason: 'not_found' | 'changed_since' | 'told' | 'taken' | 'begun' };

/**
 * Takes a cancellation by the office back, as long as its customer does not know of it (`told`), adviser and customer still have the
 * time, or the group session a place (`taken`), and it has not come (`begun`). A room that somebody else has by now is done without. The appointment is again as it was, of the same version, so that the links in texts that went out
 * work again and nobody is told of anything. Twice is once.
 */
export const undoCancellation =
  (deps: Deps) =>
  async (change: Change & { eventId: string | null }): Promise<UndoCancellationResult> =>
    deps.db.write(async (q) => {
      const { staff, appointmentId: id, eventId } = change;
      const now = deps.clock.now();
      const seen = await findAppointment(q, id);
      if (seen?.officeId !== staff.officeId) return { ok: false, reason: 'not_found' };
      // The customer and the session first, as whoever gives a place in one does.
      await lockCustomerTies(q, seen.customerId);
      const session =
        seen.groupId === null ? null : await lockGroupSession(q, { id: seen.groupId, officeId: staff.officeId });
      const appointment = await lockAppointment(q, id);
      if (appointment?.officeId !== staff.officeId) return { ok: false, reason: 'not_found' };
      const event = await findLatestEvent(q, { appointmentId: id, kind: 'cancelled' });
      if (!event || (eventId !== null && eventId !== event.id)) return { ok: false, reason: 'changed_since' };
      if (event.undoneAt !== null) return { ok: true, changed: false };
      const version = event.before?.version;
      if (!(await findOwnCancellation(q, appointment)) || typeof version !== 'number')
        return { ok: false, reason: 'changed_since' };
      if (appointment.startsAt <= now) return { ok: false, reason: 'begun' };
      if (await isTold(q, appointment, event.at)) return { ok: false, reason: 'told' };
      const place = session ? await findOwnPlace(q, appointment, session) : await findOwnTime(q, appointment, now);
      if (!place) return { ok: false, reason: 'taken' };

      const after = { ...appointment, ...place, status: 'booked' as const, version, updatedAt: now };
      const { status } = appointment;
      await updateAppointments(q, [after]);
      await markEventUndone(q, event.id, now);
      await insertAppointmentEvents(q, [
        historyEvent(deps, id, 'outcome_undone', { kind: 'staff', id: staff.id }, { status }, { status: 'booked' }),
      ]);
      await closeCalls(q, id, staff.id, now);
      await planReminders(q, deps, [after], now, change.requestId);
      await noteDiaryChanges(q, deps, [{ before: appointment, after }]);
      await onRecord(q, deps, change, 'appointment.cancellation_undone');
      return { ok: true, changed: true };
    });

/** The cancellation by a colleague that an appointment's state comes from, or null. */
async function findOwnCancellation(q: Queryable, { id, status, version }: AppointmentRow) {
  if (status !== 'cancelled_by_office') return null;
  const event = await findLatestEvent(q, { appointmentId: id, kind: 'cancelled' });
  const isTheirs = event?.actorKind === 'staff' && event.undoneAt === null && event.after?.version === version;
  return isTheirs ? event : null;
}

/** True when the customer knows, or may know: a message may be out, or somebody has told them by phone. */
async function isTold(q: Queryable, { id, version }: AppointmentRow, since: number): Promise<boolean> {
  const messages = await listReminderMessages(q, [id]);
  const out = messages.some((one) => one.version === version && wentOut(one.status));
  return out || (await hasBeenTold(q, { appointmentId: id, since }));
}

type OwnPlace = Pick<AppointmentRow, 'placeId'> | null;

/** What it was about has its time and, if that is still to be had, its room; null where adviser or customer have something else. */
async function findOwnTime(q: Queryable, appointment: AppointmentRow, now: number): Promise<OwnPlace> {
  const { id, adviserId, startsAt, endsAt, placeId } = appointment;
  await lockAdviser(q, adviserId);
  if (await isElsewhere(q, appointment)) return null;
  const wish = { ...appointment, time: { startsAt, endsAt }, appointmentId: id, override: true, roomIfFree: true };
  const found = await findTime(q, { ...wish, isChosen: true }, now);
  if (!found.ok) return null;
  return { placeId: found.placeId === null ? null : placeId };
}

/** A place in a group session takes no time of its adviser, but there has to be one. */
async function findOwnPlace(q: Queryable, appointment: AppointmentRow, session: GroupSessionRow): Promise<OwnPlace> {
  const places = (await listGroupPlaces(q, session.id)).map((one) => one.appointment);
  const isFull = placesLeft(session.capacity, places) === 0;
  const hasAnother = places.some((one) => one.customerId === appointment.customerId && holdsPlace(one));
  if (session.cancelledAt !== null || isFull || hasAnother || (await isElsewhere(q, appointment))) return null;
  return { placeId: appointment.placeId };
}

function isElsewhere(q: Queryable, { id, customerId, startsAt, endsAt }: AppointmentRow): Promise<boolean> {
  return isCustomerBusy(q, { customerId, from: startsAt, to: endsAt, exceptId: id });
}

async function closeCalls(q: Queryable, appointmentId: string, by: string, now: number): Promise<void> {
  const reasons = ['cannot_come' as const, ...REMINDING_REASONS];
  await closeCallsAbout(q, { appointmentIds: [appointmentId], reasons, outcome: 'not_needed', by, now });
}

function onRecord(q: Queryable, deps: Deps, { staff, appointmentId }: Change, action: AuditAction, detail = '') {
  const fact = { chain: officeChain(staff.officeId), actor: { kind: 'staff' as const, id: staff.id }, action, detail };
  return appendAudit(q, deps, { ...fact, subjectKind: 'appointment', subjectId: appointmentId });
}
