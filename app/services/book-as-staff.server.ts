import type { Queryable } from '@db/client.server';
import { loadDiary, lockAdviser, lockCustomerTies } from '@db/queries/availability.server';
import type { AppointmentMode } from '~/domain/appointment/appointment';
import { kindAfter } from '~/domain/appointment/first-meeting';
import { isWithinHours } from '~/domain/appointment/offered-times';
import { officeChain } from '~/domain/audit/audit-entry';
import { MINUTE } from '~/domain/clock';
import { appendAudit } from './audit.server';
import { bookAppointment, type BookResult } from './book-appointment.server';
import { loadBookingDesk, placesFor, venueText, wordsOfKind, type BookingDesk } from './booking-desk.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';
import { within } from './within';

export interface StaffBooking {
  staff: SignedInStaff;
  customerId: string;
  /** The form's own id: sent twice it books once. */
  key: string;
  adviserId: string;
  kind: string;
  mode: AppointmentMode;
  /** Null: as long as the kind takes. */
  minutes: number | null;
  startsAt: number;
  purpose: string;
  bring: string;
  placeId: string | null;
  /** The time was typed, not picked: the adviser's hours do not count. */
  typed: boolean;
  /** When the second of two first meetings begins (ms); straight after the first. Looked at only where the kind has one. */
  second: number | 'straight_after';
  requestId: string | null;
}

export type BookingRefusal =
  'not_found' | 'no_place' | 'room_taken' | 'taken' | 'past' | 'customer_busy' | 'second_taken' | 'changed';
export type BookAsStaffResult =
  { ok: true; appointmentId: string; both: boolean } | { ok: false; reason: BookingRefusal };

/** Thrown to take back all that the transaction has written. */
class Refused extends Error {
  constructor(readonly reason: BookingRefusal) {
    super(reason);
  }
}

/**
 * Books what a member of staff picked or typed for a customer of their office. Where the kind has a second meeting with it,
 * both are booked or neither is. On record. The same form twice books once. Never overlaps anybody else in the diary, nor
 * another appointment of the customer.
 */
export const bookAsStaff =
  (deps: Deps) =>
  async (booking: StaffBooking): Promise<BookAsStaffResult> => {
    try {
      return await deps.db.write((q) => bookBoth(q, deps, booking));
    } catch (error) {
      if (error instanceof Refused) return { ok: false, reason: error.reason };
      throw error;
    }
  };

async function bookBoth(q: Queryable, deps: Deps, booking: StaffBooking): Promise<BookAsStaffResult> {
  await lockCustomerTies(q, booking.customerId);
  const desk = await loadBookingDesk(q, booking.staff, booking.customerId);
  const kind = desk?.kinds.find(({ ref }) => ref === booking.kind);
  const known = desk?.advisers.some(({ id }) => id === booking.adviserId);
  if (!desk || !kind || !known) throw new Refused('not_found');
  if (!(await lockAdviser(q, booking.adviserId))) throw new Refused('not_found');
  const { startsAt, purpose, bring } = booking;
  const minutes = booking.minutes ?? kind.minutes;
  const ref = `WM-${booking.key}`;
  const after = kindAfter(desk.kinds, kind);
  const appointmentId = await bookOne(q, deps, booking, desk, { kind, minutes, startsAt, purpose, bring, ref });
  if (!after) return { ok: true, appointmentId, both: false };
  const straightAfter = startsAt + (minutes + kind.bufferMinutes) * MINUTE;
  const words = wordsOfKind(after, desk.customer.language);
  try {
    await bookOne(q, deps, booking, desk, {
      ...{ kind: after, minutes: after.minutes, purpose: words.purpose, bring: words.bring, ref: `${ref}-2` },
      startsAt: booking.second === 'straight_after' ? straightAfter : booking.second,
    });
  } catch (error) {
    if (error instanceof Refused && error.reason !== 'changed') throw new Refused('second_taken');
    throw error;
  }
  return { ok: true, appointmentId, both: true };
}

interface OneBooking {
  kind: BookingDesk['kinds'][number];
  minutes: number;
  startsAt: number;
  purpose: string;
  bring: string;
  ref: string;
}

async function bookOne(q: Queryable, deps: Deps, booking: StaffBooking, desk: BookingDesk, one: OneBooking) {
  const { staff, customerId, adviserId, mode, requestId } = booking;
  const { kind, minutes, startsAt, purpose, bring, ref } = one;
  const endsAt = startsAt + minutes * MINUTE;
  const places = placesFor(mode, desk.places);
  const place = places.find(({ id }) => id === booking.placeId) ?? null;
  if (mode === 'outreach' && !place) throw new Refused('no_place');
  if (!booking.typed) {
    const diary = await loadDiary(q, { adviserId, from: startsAt, to: endsAt, exceptId: null });
    if (!isWithinHours(diary, { startsAt, endsAt }, desk.office.zone)) throw new Refused('taken');
  }
  const actor = { kind: 'staff' as const, id: staff.id };
  let isNew = false;
  const booked = await bookAppointment(within(deps, q))({
    ...{ customerId, adviserId, officeId: desk.office.id, ref, kind: kind.ref, mode, startsAt, purpose, bring },
    ...{ durationMinutes: minutes, actor, override: true, requestId },
    details: { bufferMinutes: kind.bufferMinutes, placeId: place?.id ?? null, venue: venueText(place) },
    alsoInTransaction: () => Promise.resolve(void (isNew = true)),
  });
  if (!booked.ok) throw new Refused(REFUSALS[booked.reason]);
  if (isNew) {
    const fact = { chain: officeChain(staff.officeId), actor, action: 'appointment.booked' } as const;
    await appendAudit(q, deps, { ...fact, subjectKind: 'appointment', subjectId: booked.appointmentId });
  }
  return booked.appointmentId;
}

const REFUSALS: Record<Extract<BookResult, { ok: false }>['reason'], BookingRefusal> = {
  ...{ not_found: 'not_found', ref_in_use: 'changed', taken: 'taken', not_free: 'taken', past: 'past' },
  ...{ room_taken: 'room_taken', customer_busy: 'customer_busy' },
};
