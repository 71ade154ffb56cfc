import { findAppointment, findAppointmentByRef, lockAppointment } from '@db/queries/appointments.server';
import { lockCustomerTies } from '@db/queries/availability.server';
import { listMeetingPlaces } from '@db/queries/bookable-kinds.server';
import { isCustomerBusy } from '@db/queries/booking.server';
import { listGroupPlaces, lockGroupSession } from '@db/queries/group-sessions.server';
import { findOfficeCustomer } from '@db/queries/staff-customer.server';
import { saysCannotCome } from '~/domain/appointment/day-state';
import { holdsPlace, placesLeft } from '~/domain/appointment/group-places';
import { venueText } from './booking-desk.server';
import { callOff } from './call-off.server';
import type { Deps } from './deps';
import { noteSession } from './manage-group-sessions.server';
import { recordOutcome } from './record-outcome.server';
import { saveAppointments } from './save-appointments.server';
import type { SignedInStaff } from './sessions.server';
import { within } from './within';

interface InSession {
  staff: SignedInStaff;
  sessionId: string;
  requestId: string | null;
}

export type TakePlaceResult =
  | { ok: true; appointmentId: string; changed: boolean }
  | { ok: false; reason: 'not_found' | 'full' | 'over' | 'customer_busy' };

/**
 * Gives a customer of the office a place in a session that has not ended. Of two who want the last one at once, one gets it.
 * Somebody who has a place already keeps that one. The adviser's diary is not looked at: the session has its time in it. On
 * record.
 */
export const takeGroupPlace =
  (deps: Deps) =>
  async (input: InSession & { customerId: string }): Promise<TakePlaceResult> =>
    deps.db.write(async (q) => {
      const { staff, sessionId, customerId, requestId } = input;
      const { officeId } = staff;
      await lockCustomerTies(q, customerId);
      const person = await findOfficeCustomer(q, { id: customerId, officeId });
      const session = await lockGroupSession(q, { id: sessionId, officeId });
      if (!person || !session) return { ok: false, reason: 'not_found' };
      if (session.cancelledAt !== null || session.endsAt <= deps.clock.now()) return { ok: false, reason: 'over' };
      const places = (await listGroupPlaces(q, sessionId)).map(({ appointment }) => appointment);
      const own = places.find((one) => one.customerId === customerId && holdsPlace(one));
      if (own) return { ok: true, appointmentId: own.id, changed: false };
      if (placesLeft(session.capacity, places) === 0) return { ok: false, reason: 'full' };
      const { startsAt, endsAt, adviserId, kind, placeId } = session;
      if (await isCustomerBusy(q, { customerId, from: startsAt, to: endsAt, exceptId: null }))
        return { ok: false, reason: 'customer_busy' };
      const place = (await listMeetingPlaces(q, officeId)).find(({ id }) => id === placeId) ?? null;
      const inWelsh = person.customer.language === 'cy' && session.titleInWelsh !== '';
      // Somebody who was taken off and comes all the same has another appointment: the history of the first one stays.
      const turn = places.filter((one) => one.customerId === customerId).length;
      const ref = `WM-${sessionId}-${customerId}${turn > 0 ? `-${turn + 1}` : ''}`;
      if (await findAppointmentByRef(q, ref)) throw new Error('a place has a reference that is in use');
      const actor = { kind: 'staff' as const, id: staff.id };
      const [saved] = await saveAppointments(
        q,
        deps,
        [
          {
            ...{ ref, customerId, adviserId, officeId, kind, startsAt, endsAt, status: 'booked' as const, bring: '' },
            mode: place?.kind === 'venue' ? ('outreach' as const) : ('in_person' as const),
            purpose: inWelsh ? session.titleInWelsh : session.title,
            details: { groupId: sessionId, placeId, venue: venueText(place) },
          },
        ],
        actor,
        requestId,
      );
      await noteSession(q, deps, staff, 'group_session.place_taken', sessionId, saved!.appointmentId);
      return { ok: true, appointmentId: saved!.appointmentId, changed: true };
    });

export type LeavePlaceResult = { ok: true; changed: boolean } | { ok: false; reason: 'not_found' | 'over' };

/**
 * Takes somebody off a session that has not begun; their place is free. They are told, unless they had said themselves that
 * they cannot come. Twice is once. On record.
 */
export const leaveGroupPlace =
  (deps: Deps) =>
  async (input: InSession & { appointmentId: string }): Promise<LeavePlaceResult> =>
    deps.db.write(async (q) => {
      const { staff, sessionId, appointmentId, requestId } = input;
      const seen = await findAppointment(q, appointmentId);
      const session = await lockGroupSession(q, { id: sessionId, officeId: staff.officeId });
      if (!session || seen?.groupId !== sessionId) return { ok: false, reason: 'not_found' };
      const appointment = await lockAppointment(q, appointmentId);
      if (!appointment || !holdsPlace(appointment)) return { ok: true, changed: false };
      if (appointment.status !== 'booked' || session.startsAt <= deps.clock.now()) return { ok: false, reason: 'over' };
      const said = saysCannotCome(appointment);
      const actor = { kind: 'staff' as const, id: staff.id };
      await callOff(q, deps, [appointment], {
        ...{ status: said ? 'cancelled_by_customer' : 'cancelled_by_office', untold: said ? 'all' : 'none' },
        ...{ actor, requestId },
      });
      await noteSession(q, deps, staff, 'group_session.place_left', sessionId, appointmentId);
      return { ok: true, changed: true };
    });

export type AttendanceResult = { ok: true; recorded: number } | { ok: false; reason: 'not_found' | 'not_yet' };

/**
 * Records for everybody in a session at once who came: each gets the same outcome as an appointment by itself, with what
 * follows from it. Who has one already can be corrected in the same way. On record.
 * @param input.outcomes what came of each appointment; those that are not named, or not in the session, are left alone.
 */
export const recordAttendance =
  (deps: Deps) =>
  async (
    input: InSession & { outcomes: ReadonlyMap<string, 'attended' | 'failed_to_attend'> },
  ): Promise<AttendanceResult> =>
    deps.db.write(async (q) => {
      const { staff, sessionId, outcomes, requestId } = input;
      const session = await lockGroupSession(q, { id: sessionId, officeId: staff.officeId });
      if (!session || session.cancelledAt !== null) return { ok: false, reason: 'not_found' };
      const places = (await listGroupPlaces(q, sessionId)).filter(({ appointment }) => holdsPlace(appointment));
      const actor = { kind: 'staff' as const, id: staff.id };
      let recorded = 0;
      for (const { appointment } of places) {
        const outcome = outcomes.get(appointment.id);
        if (!outcome) continue;
        const done = await recordOutcome(within(deps, q))({
          ...{ appointmentId: appointment.id, officeId: staff.officeId, outcome, actor, requestId },
        });
        if (!done.ok && done.reason === 'not_yet') return { ok: false, reason: 'not_yet' };
        if (done.ok && done.changed) recorded += 1;
      }
      if (recorded > 0) await noteSession(q, deps, staff, 'group_session.attendance', sessionId);
      return { ok: true, recorded };
    });
