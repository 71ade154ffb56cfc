import { findAppointment, insertAppointmentEvents } from '@db/queries/appointments.server';
import { lockCustomerTies } from '@db/queries/availability.server';
import { findOpenCall, openCall } from '@db/queries/call-list.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import type { Actor } from '~/domain/access/role';
import { callDueAt } from '~/domain/messaging/call-due';
import { wallClockOf } from '~/domain/time/wall-clock';
import { historyEvent } from './appointment-history.server';
import type { Deps } from './deps';

export type RequestCallResult = { ok: true; dueAt: number; changed: boolean } | { ok: false; reason: 'not_found' };

/**
 * Puts "please call me" on the adviser's call list and says by when (see `callDueAt`). Asking again while a call is
 * open gives the same answer; after the call was made, it opens another.
 */
export const requestCall =
  (deps: Deps) =>
  async (input: {
    customerId: string;
    appointmentId?: string | null;
    actor: Actor;
    requestId?: string | null;
  }): Promise<RequestCallResult> =>
    deps.db.write(async (q) => {
      const now = deps.clock.now();
      const customer = await lockCustomerTies(q, input.customerId);
      const appointment = input.appointmentId ? await findAppointment(q, input.appointmentId) : null;
      const notTheirs = Boolean(input.appointmentId) && appointment?.customerId !== input.customerId;
      if (!customer || notTheirs) return { ok: false, reason: 'not_found' };
      const open = await findOpenCall(q, { customerId: input.customerId, reason: 'asked_for_call' });
      if (open) return { ok: true, dueAt: open.dueAt, changed: false };

      const { officeId, adviserId } = appointment ?? customer;
      const hours = await getWorkingTime(q, officeId);
      const dueAt = callDueAt(now, hours);
      await openCall(q, {
        id: deps.newId(),
        officeId,
        customerId: input.customerId,
        appointmentId: appointment?.id ?? null,
        messageId: null,
        ownerId: adviserId,
        reason: 'asked_for_call',
        cause: `asked-for-call:${input.customerId}:${wallClockOf(now, hours.zone).date}`,
        dueAt,
        createdAt: now,
      });
      if (appointment) {
        await insertAppointmentEvents(q, [
          historyEvent(deps, appointment.id, 'call_requested', input.actor, null, { dueAt }),
        ]);
      }
      return { ok: true, dueAt, changed: true };
    });
