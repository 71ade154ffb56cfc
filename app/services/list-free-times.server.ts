import { findAppointment } from '@db/queries/appointments.server';
import { getTimeZone, loadDiary } from '@db/queries/availability.server';
import { listHolds } from '@db/queries/slot-offers.server';
import { listCustomerTimes } from '@db/queries/booking.server';
import { isStanding } from '~/domain/appointment/appointment';
import { clashes } from '~/domain/appointment/clashes';
import { freeSlots } from '~/domain/appointment/free-slots';
import { spreadOut } from '~/domain/appointment/spread-out';
import { SELF_SERVICE_HORIZON, SHORTEST_NOTICE } from '~/domain/appointment/why-not-free';
import { MINUTE } from '~/domain/clock';
import type { Deps } from './deps';

/** As many as a person can look through on a phone. */
const MOST_CHOICES = 12;

export interface FreeTime {
  startsAt: number;
  endsAt: number;
}

/**
 * Times to which an appointment could move: with the same adviser, for the same length, from two hours to fourteen days
 * ahead. At most twelve, the soonest first and the rest spread evenly. Empty when the appointment no longer stands. A time
 * that is kept for people who were asked about it is free to them alone; none is in the time of another appointment of theirs.
 * @param input.before only times that begin before this instant (ms).
 * A time that is offered can be taken by somebody else before it is picked; `moveAppointment` decides.
 */
export const listFreeTimes =
  (deps: Deps) =>
  async (input: { appointmentId: string; before?: number }): Promise<FreeTime[]> =>
    deps.db.read(async (q) => {
      const now = deps.clock.now();
      const appointment = await findAppointment(q, input.appointmentId);
      // A place in a group session is given up, not moved: the others come when they said.
      if (!appointment || !isStanding(appointment.status) || appointment.groupId !== null) return [];
      const { id, adviserId, officeId } = appointment;
      const length = appointment.endsAt - appointment.startsAt;
      const horizon = now + SELF_SERVICE_HORIZON;
      const window = { from: now + SHORTEST_NOTICE, to: Math.min(horizon, input.before ?? horizon) };
      if (window.to <= window.from) return [];
      const { bufferMinutes } = appointment;
      const span = { adviserId, from: window.from, to: window.to + length + bufferMinutes * MINUTE };
      const diary = await loadDiary(q, { ...span, exceptId: id });
      const kept = await listHolds(q, { ...span, now, forAppointment: id });
      const zone = await getTimeZone(q, officeId);
      const busy = [...diary.busy, ...kept];
      const starts = freeSlots({ ...diary, busy, ...window, zone, durationMinutes: length / MINUTE, bufferMinutes });
      const elsewhere = await listCustomerTimes(q, { ...span, customerId: appointment.customerId, exceptId: id });
      const others = starts
        .filter((startsAt) => startsAt !== appointment.startsAt)
        .filter((startsAt) => !elsewhere.some((other) => clashes({ startsAt, endsAt: startsAt + length }, other, 0)));
      return spreadOut(others, MOST_CHOICES).map((startsAt) => ({ startsAt, endsAt: startsAt + length }));
    });
