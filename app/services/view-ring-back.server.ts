import type { Queryable } from '@db/client.server';
import { findOpenCall } from '@db/queries/call-list.server';
import { listCallAttempts } from '@db/queries/call-work.server';
import { listNumbersOf } from '@db/queries/contact-health.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { callDays } from '~/domain/messaging/call-wish';
import { wallClockOf } from '~/domain/time/wall-clock';
import type { Deps } from './deps';

/** Whether somebody can be rung back on a number that is on record, and whether a call is on the list. */
export interface RingBack {
  /** `in_person`: for their safety nobody rings them. */
  can: 'yes' | 'in_person' | 'no_number';
  call: { dueAt: number; asked: boolean; mayTakeBack: boolean } | null;
  zone: string;
  now: number;
  today: string;
  /** Dates of the office on which they can be rung. */
  days: string[];
}

/** What is known of ringing a customer back. A call that they asked for themselves is one. */
export async function ringBackOf(
  q: Queryable,
  deps: Deps,
  customer: { id: string; officeId: string; noMessages: boolean },
): Promise<RingBack> {
  const now = deps.clock.now();
  const hours = await getWorkingTime(q, customer.officeId);
  const open = await findOpenRingBack(q, customer.id);
  const numbers = (await listNumbersOf(q, [customer.id])).filter(({ saidWrong }) => !saidWrong);
  const asked = open?.reason === 'asked_for_call';
  return {
    can: customer.noMessages ? 'in_person' : numbers.length === 0 ? 'no_number' : 'yes',
    call: open && { dueAt: open.dueAt, asked, mayTakeBack: !asked && !(await hasBeenTried(q, open)) },
    ...{ zone: hours.zone, now, today: wallClockOf(now, hours.zone).date, days: callDays(now, hours) },
  };
}

/** The open call to a customer who could not say who they are, or who has asked for one; null: there is none. */
export async function findOpenRingBack(q: Queryable, customerId: string) {
  return (
    (await findOpenCall(q, { customerId, reason: 'ring_back' })) ??
    (await findOpenCall(q, { customerId, reason: 'asked_for_call' }))
  );
}

/** True when somebody has rung since the call was put on the list. */
export async function hasBeenTried(q: Queryable, call: { id: string; createdAt: number }): Promise<boolean> {
  const tries = await listCallAttempts(q, [call.id]);
  return tries.some(({ attempt }) => attempt.undoneAt === null && attempt.at >= call.createdAt);
}
