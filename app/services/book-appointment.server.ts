import type { Queryable } from '@db/client.server';
import { findAppointmentByRef } from '@db/queries/appointments.server';
import { lockAdviser, lockCustomerTies } from '@db/queries/availability.server';
import { isCustomerBusy } from '@db/queries/booking.server';
import { findBufferMinutes } from '@db/queries/rooms.server';
import type { Actor } from '~/domain/access/role';
import { isStanding, type AppointmentMode } from '~/domain/appointment/appointment';
import type { TimeObstacle } from '~/domain/appointment/why-not-free';
import { MINUTE } from '~/domain/clock';
import type { Deps } from './deps';
import { findTime } from './find-time.server';
import { saveAppointments, type BookingDetails } from './save-appointments.server';

export interface BookInput {
  customerId: string;
  adviserId: string;
  officeId: string;
  /** A reference made by the form, so that sending it twice books once; a new one unless given. */
  ref?: string;
  kind: string;
  mode: AppointmentMode;
  startsAt: number;
  durationMinutes: number;
  purpose: string;
  bring?: string;
  actor: Actor;
  /** Staff only: outside the adviser's weekly hours. Never overlapping. */
  override?: boolean;
  /**
   * In which room or at which venue, and in which series. Where the adviser is at a venue then, it is there instead; what is
   * kept free after it is what its kind says, unless told.
   */
  details?: BookingDetails;
  requestId?: string | null;
  /** Kept together with the change, such as its line in the audit trail; not called when nothing changed. */
  alsoInTransaction?: (q: Queryable) => Promise<void>;
}

export type BookResult =
  | { ok: true; appointmentId: string; ref: string }
  | { ok: false; reason: 'not_found' | 'ref_in_use' | 'customer_busy' | TimeObstacle };

/**
 * Books a meeting at a time that the adviser has free, and plans its reminders. One of two who press at once gets it, and
 * one of two who want a room. What its kind keeps free after it is kept free. Nobody is booked in two places at once.
 */
export const bookAppointment =
  (deps: Deps) =>
  async (input: BookInput): Promise<BookResult> =>
    deps.db.write(async (q) => {
      const now = deps.clock.now();
      const { customerId, adviserId, officeId, kind, mode, startsAt, purpose, bring = '' } = input;
      const ref = input.ref ?? `WM-${deps.newId()}`;
      const endsAt = startsAt + input.durationMinutes * MINUTE;
      const known = (await lockCustomerTies(q, customerId)) && (await lockAdviser(q, adviserId));
      if (!known) return { ok: false, reason: 'not_found' };
      const again = await findAppointmentByRef(q, ref);
      if (again) {
        // One that was called off since is not booked by sending its form again.
        const same = again.customerId === customerId && again.startsAt === startsAt && isStanding(again.status);
        return same ? { ok: true, appointmentId: again.id, ref } : { ok: false, reason: 'ref_in_use' };
      }
      const override = input.override === true && input.actor.kind === 'staff';
      const bufferMinutes = input.details?.bufferMinutes ?? (await findBufferMinutes(q, { officeId, kind }));
      const { placeId = null, venue = '' } = input.details ?? {};
      const place = { mode, placeId, venue, isChosen: placeId !== null };
      const wish = { officeId, adviserId, time: { startsAt, endsAt }, ...place, bufferMinutes, override };
      const found = await findTime(q, { ...wish, appointmentId: null }, now);
      if (!found.ok) return found;
      const elsewhere = { customerId, from: startsAt, to: endsAt, exceptId: null };
      if (await isCustomerBusy(q, elsewhere)) return { ok: false, reason: 'customer_busy' };
      const details = { ...input.details, placeId: found.placeId, venue: found.venue, bufferMinutes };
      const when = { startsAt, endsAt, mode: found.mode };
      const told = { ref, customerId, adviserId, officeId, kind, ...when, purpose, bring, details };
      const [saved] = await saveAppointments(
        q,
        deps,
        [{ ...told, status: 'booked' as const }],
        input.actor,
        input.requestId ?? null,
      );
      if (!saved) throw new Error('a booking was not saved');
      await input.alsoInTransaction?.(q);
      return { ok: true, appointmentId: saved.appointmentId, ref };
    });
