import type { Queryable } from '@db/client.server';
import { findAppointmentByRef } from '@db/queries/appointments.server';
import { getTimeZone, loadDiary, lockAdviser, lockCustomerTies } from '@db/queries/availability.server';
import type { Actor } from '~/domain/access/role';
import type { AppointmentMode } from '~/domain/appointment/appointment';
import { whyNotFree } from '~/domain/appointment/why-not-free';
import { MINUTE } from '~/domain/clock';
import type { Deps } from './deps';
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
  /** Where, in which series, and how long is kept free after it; nothing, unless told. */
  details?: BookingDetails;
  requestId?: string | null;
  /** Kept together with the change, such as its line in the audit trail; not called when nothing changed. */
  alsoInTransaction?: (q: Queryable) => Promise<void>;
}

export type BookResult =
  | { ok: true; appointmentId: string; ref: string }
  | { ok: false; reason: 'not_found' | 'ref_in_use' | 'taken' | 'past' | 'not_free' };

/** Books a meeting at a time that the adviser has free, and plans its reminders. One of two who press at once gets it. */
export const bookAppointment =
  (deps: Deps) =>
  async (input: BookInput): Promise<BookResult> =>
    deps.db.write(async (q) => {
      const now = deps.clock.now();
      const { customerId, adviserId, officeId, kind, mode, startsAt, purpose, bring = '' } = input;
      const ref = input.ref ?? `WM-${deps.newId()}`;
      const endsAt = startsAt + input.durationMinutes * MINUTE;
      const keptUntil = endsAt + (input.details?.bufferMinutes ?? 0) * MINUTE;
      const known = (await lockCustomerTies(q, customerId)) && (await lockAdviser(q, adviserId));
      if (!known) return { ok: false, reason: 'not_found' };
      const again = await findAppointmentByRef(q, ref);
      if (again) {
        const same = again.customerId === customerId && again.startsAt === startsAt;
        return same ? { ok: true, appointmentId: again.id, ref } : { ok: false, reason: 'ref_in_use' };
      }
      const diary = await loadDiary(q, { adviserId, from: startsAt, to: keptUntil, exceptId: null });
      const override = input.override === true && input.actor.kind === 'staff';
      const obstacle = whyNotFree(
        { startsAt, endsAt: keptUntil },
        diary,
        { zone: await getTimeZone(q, officeId), override },
        now,
      );
      if (obstacle) return { ok: false, reason: obstacle };
      const told = { ref, customerId, adviserId, officeId, kind, mode, startsAt, endsAt, purpose, bring };
      const [saved] = await saveAppointments(
        q,
        deps,
        [{ ...told, status: 'booked' as const, details: input.details }],
        input.actor,
        input.requestId ?? null,
      );
      if (!saved) throw new Error('a booking was not saved');
      await input.alsoInTransaction?.(q);
      return { ok: true, appointmentId: saved.appointmentId, ref };
    });
