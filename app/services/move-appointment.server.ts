import type { Queryable } from '@db/client.server';
import { findAppointment, lockAppointment, updateAppointments } from '@db/queries/appointments.server';
import { lockAdviser, lockCustomerTies } from '@db/queries/availability.server';
import { isCustomerBusy } from '@db/queries/booking.server';
import { closeCallsAbout } from '@db/queries/call-list.server';
import { findOffer, listHolds } from '@db/queries/slot-offers.server';
import { withdrawEarlierWish } from '@db/queries/earlier-wishes.server';
import type { Actor } from '~/domain/access/role';
import { isStanding } from '~/domain/appointment/appointment';
import type { TimeObstacle } from '~/domain/appointment/why-not-free';
import { REMINDING_REASONS } from '~/domain/messaging/call-list';
import { factsIn, recordHistoryEvent, UNANSWERED } from './appointment-history.server';
import type { Deps } from './deps';
import { findTime } from './find-time.server';
import { noteDiaryChanges } from './note-freed-times.server';
import { planReminders } from './plan-reminders.server';

export interface MoveInput {
  appointmentId: string;
  /** The new start (ms); the length stays. */
  startsAt: number;
  actor: Actor;
  /** The version that the person was looking at; a later one is refused with `changed`. */
  expectedVersion?: number;
  /** It is to a time that was offered to them: refused with `not_free` when that offer is over. Any time within the hours will do. */
  offerId?: string;
  /** Staff only: outside the adviser's weekly hours, or further ahead than customers may pick. Never overlapping. */
  override?: boolean;
  requestId?: string | null;
  /** Kept together with the change, such as its line in the audit trail; not called when nothing changed. */
  alsoInTransaction?: (q: Queryable) => Promise<void>;
}

export type MoveResult =
  | { ok: true; version: number; startsAt: number; endsAt: number; changed: boolean }
  | { ok: false; reason: Exclude<TimeObstacle, 'room_taken'> | 'customer_busy' | 'not_standing' | 'changed' };

/**
 * Moves an appointment to another time with the same adviser. Of people who press the same time at once one gets it,
 * the others hear `taken`; who has another appointment then, with whomever, hears `customer_busy`. The same move twice is one move.
 *
 * The old answers ("I'll be there", "I can't come") are gone: who picks a time still gets to say, nearer the day, that
 * they will be there. It stays in its room if that is free then, and is where the adviser is then: at a venue on a day of
 * outreach. Who moves away from a group's session leaves the group. A message says that the time changed, and calls about the old time are closed. An appointment
 * that has begun cannot be moved (`past`).
 */
export const moveAppointment =
  (deps: Deps) =>
  async (input: MoveInput): Promise<MoveResult> =>
    deps.db.write(async (q) => {
      const now = deps.clock.now();
      // The customer, the appointment, and then its adviser: the same order everywhere, so that nobody deadlocks.
      const seen = await findAppointment(q, input.appointmentId);
      if (seen) await lockCustomerTies(q, seen.customerId);
      const appointment = await lockAppointment(q, input.appointmentId);
      if (!appointment || !isStanding(appointment.status)) return { ok: false, reason: 'not_standing' };
      const { id, adviserId, version, startsAt: before } = appointment;
      const time = { startsAt: input.startsAt, endsAt: input.startsAt + appointment.endsAt - before };
      if (input.startsAt === before) return { ok: true, version, ...time, changed: false };
      if (input.expectedVersion !== undefined && input.expectedVersion !== version) {
        return { ok: false, reason: 'changed' };
      }
      if (before <= now) return { ok: false, reason: 'past' };
      // A place in a group session is given up, not moved.
      if (appointment.groupId !== null) return { ok: false, reason: 'not_free' };

      if (!(await lockAdviser(q, adviserId))) return { ok: false, reason: 'not_free' };
      const byStaff = input.actor.kind === 'staff';
      const override = input.override === true && byStaff;
      const isOffer = input.offerId !== undefined;
      if (isOffer && !(await isOfferOpen(q, input.offerId!, now))) return { ok: false, reason: 'not_free' };
      const { placeId, customerId } = appointment;
      const span = { adviserId, from: time.startsAt, to: time.endsAt };
      // What is kept for people who were asked is theirs; a colleague may know better.
      const kept = byStaff ? [] : await listHolds(q, { ...span, now, forAppointment: id });
      const wish = { ...appointment, placeId, time, override, appointmentId: id, roomIfFree: true, kept, isOffer };
      const found = await findTime(q, wish, now);
      if (!found.ok) return { ok: false, reason: found.reason === 'room_taken' ? 'taken' : found.reason };
      const elsewhere = { customerId, from: time.startsAt, to: time.endsAt, exceptId: id };
      if (await isCustomerBusy(q, elsewhere)) return { ok: false, reason: 'customer_busy' };

      const where = { mode: found.mode, placeId: found.placeId, venue: found.venue, groupId: null };
      const moved = { ...appointment, ...time, ...where, ...UNANSWERED, version: version + 1, updatedAt: now };
      await updateAppointments(q, [moved]);
      await recordHistoryEvent(q, deps, id, 'moved', input.actor, factsIn(appointment), factsIn(moved));
      await closeCallsAbout(q, {
        appointmentIds: [id],
        reasons: ['cannot_come', ...REMINDING_REASONS],
        outcome: 'not_needed',
        by: input.actor.id,
        now,
      });
      // Who would come sooner now does; to come later is no reason to forget the wish.
      if (time.startsAt < before) await withdrawEarlierWish(q, { appointmentId: id, now });
      await planReminders(q, deps, [moved], now, input.requestId ?? null);
      await noteDiaryChanges(q, deps, [{ before: appointment, after: moved }]);
      await input.alsoInTransaction?.(q);
      return { ok: true, version: moved.version, ...time, changed: true };
    });

/** Looked at under the adviser's lock, so that it cannot be over a moment later. */
async function isOfferOpen(q: Queryable, offerId: string, now: number): Promise<boolean> {
  const found = await findOffer(q, { id: offerId });
  if (!found || found.slot.filledBy !== null || found.offer.heldUntil <= now) return false;
  return found.offer.status === 'offered' || found.offer.status === 'declined';
}
