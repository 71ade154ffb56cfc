import { holdCallUntil, openCall } from '@db/queries/call-list.server';
import { updateCall } from '@db/queries/call-work.server';
import { lockOfficeCustomer } from '@db/queries/customer-care.server';
import { findOfficeCustomer } from '@db/queries/staff-customer.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { ringBackCause } from '~/domain/assisted/ring-back';
import { officeChain } from '~/domain/audit/audit-entry';
import { callDueAt } from '~/domain/messaging/call-due';
import { wishedTimes, type CallWish } from '~/domain/messaging/call-wish';
import { whereItStands } from './ask-who-it-is.server';
import { appendAudit } from './audit.server';
import type { Deps } from './deps';
import type { SignedInStaff } from './sessions.server';
import { findOpenRingBack, hasBeenTried, ringBackOf } from './view-ring-back.server';

interface About {
  staff: SignedInStaff;
  customerId: string;
}

export type RingBackResult =
  /** Not `changed`: a call was on the list already. */
  | { ok: true; changed: boolean }
  /** `not_stopped`: they can still be asked who they are. `not_then`: that time is over, or nobody rings then. */
  | { ok: false; reason: 'not_found' | 'not_stopped' | 'in_person' | 'no_number' | 'not_then' };

/**
 * Puts a call on the call list, to somebody of whom it was not clear on the telephone that it is them. Whoever rings sees the
 * numbers that are on record; none is taken from the conversation. One call is enough: one that they asked for themselves, too.
 * On record.
 */
export const askToRingBack =
  (deps: Deps) =>
  async ({ staff, customerId, wish }: About & { wish: CallWish | null }): Promise<RingBackResult> =>
    deps.db.write(async (q): Promise<RingBackResult> => {
      const { officeId } = staff;
      if (!(await lockOfficeCustomer(q, { id: customerId, officeId }))) return { ok: false, reason: 'not_found' };
      const { customer } = (await findOfficeCustomer(q, { id: customerId, officeId }))!;
      if ((await whereItStands(q, deps, { staff, customerId })).step.next !== 'stop')
        return { ok: false, reason: 'not_stopped' };
      const { can, call, today } = await ringBackOf(q, deps, customer);
      if (can !== 'yes') return { ok: false, reason: can };
      if (call) return { ok: true, changed: false };
      const now = deps.clock.now();
      const hours = await getWorkingTime(q, officeId);
      const times = wish && wishedTimes(wish, now, hours);
      if (wish && !times) return { ok: false, reason: 'not_then' };
      const cause = ringBackCause(customerId, today);
      await openCall(q, {
        ...{ id: deps.newId(), officeId, customerId, appointmentId: null, messageId: null },
        ...{ ownerId: customer.adviserId, reason: 'ring_back', cause },
        ...{ dueAt: times?.dueAt ?? callDueAt(now, hours), createdAt: now },
      });
      if (times) await holdCallUntil(q, { cause, from: times.from });
      await appendAudit(q, deps, {
        ...{ chain: officeChain(officeId), actor: { kind: 'staff', id: staff.id }, action: 'help.ring_back_asked' },
        ...{ subjectKind: 'customer', subjectId: customerId, detail: 'number_on_record' },
      });
      return { ok: true, changed: true };
    });

export type RingBackUndone = { ok: true } | { ok: false; reason: 'not_found' | 'tried' };

/** Takes such a call off the list, unless somebody has rung since. Twice is once. On record. */
export const takeBackRingBack =
  (deps: Deps) =>
  async ({ staff, customerId }: About): Promise<RingBackUndone> =>
    deps.db.write(async (q): Promise<RingBackUndone> => {
      const { officeId } = staff;
      if (!(await lockOfficeCustomer(q, { id: customerId, officeId }))) return { ok: false, reason: 'not_found' };
      const call = await findOpenRingBack(q, customerId);
      // What the customer asked for is not taken back by this button.
      if (call?.reason !== 'ring_back') return { ok: true };
      if (await hasBeenTried(q, call)) return { ok: false, reason: 'tried' };
      await updateCall(q, call.id, { doneAt: deps.clock.now(), doneBy: staff.id, outcome: 'not_needed' });
      await appendAudit(q, deps, {
        ...{ chain: officeChain(officeId), actor: { kind: 'staff', id: staff.id }, action: 'help.ring_back_withdrawn' },
        ...{ subjectKind: 'customer', subjectId: customerId },
      });
      return { ok: true };
    });
