import { findAppointment } from '@db/queries/appointments.server';
import { lockCustomerTies } from '@db/queries/availability.server';
import { findOpenCall, holdCallUntil, openCall } from '@db/queries/call-list.server';
import { updateCall } from '@db/queries/call-work.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import type { Actor } from '~/domain/access/role';
import { callDueAt } from '~/domain/messaging/call-due';
import { wishedTimes, type CallWish } from '~/domain/messaging/call-wish';
import { wallClockOf } from '~/domain/time/wall-clock';
import { recordHistoryEvent } from './appointment-history.server';
import type { Deps } from './deps';

export type RequestCallResult =
  { ok: true; dueAt: number; changed: boolean } | { ok: false; reason: 'not_found' | 'not_then' };

/**
 * Puts "please call me" on the adviser's call list and says by when (see `callDueAt`). Asking again while a call is
 * open gives the same answer; after the call was made, it opens another. Somebody may say when it is good to be called: then
 * it is not made before, and due by the end of that time; a call that is open already is moved there.
 * `not_then`: that time is over, or nobody rings then.
 */
export const requestCall =
  (deps: Deps) =>
  async (input: {
    customerId: string;
    appointmentId?: string | null;
    /** When it is good to be called; as soon as can be, unless told. */
    wish?: CallWish | null;
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
      const { officeId, adviserId } = appointment ?? customer;
      const hours = await getWorkingTime(q, open?.officeId ?? officeId);
      const times = input.wish ? wishedTimes(input.wish, now, hours) : null;
      if (input.wish && !times) return { ok: false, reason: 'not_then' };
      if (open && (!times || open.dueAt === times.dueAt)) return { ok: true, dueAt: open.dueAt, changed: false };
      if (open && times) {
        await updateCall(q, open.id, { dueAt: times.dueAt, nextTryAt: times.from, escalatedAt: null });
        return { ok: true, dueAt: times.dueAt, changed: true };
      }

      const dueAt = times?.dueAt ?? callDueAt(now, hours);
      const cause = `asked-for-call:${input.customerId}:${wallClockOf(now, hours.zone).date}`;
      await openCall(q, {
        id: deps.newId(),
        officeId,
        customerId: input.customerId,
        appointmentId: appointment?.id ?? null,
        messageId: null,
        ownerId: adviserId,
        reason: 'asked_for_call',
        cause,
        dueAt,
        createdAt: now,
      });
      if (times) await holdCallUntil(q, { cause, from: times.from });
      if (appointment) {
        await recordHistoryEvent(q, deps, appointment.id, 'call_requested', input.actor, null, { dueAt });
      }
      return { ok: true, dueAt, changed: true };
    });
