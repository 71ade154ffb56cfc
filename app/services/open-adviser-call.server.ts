import type { Queryable } from '@db/client.server';
import { openCall } from '@db/queries/call-list.server';
import { getPersonToCall } from '@db/queries/call-work.server';
import { getWorkingTime } from '@db/queries/working-time.server';
import { DAY } from '~/domain/clock';
import { dueInHours } from '~/domain/messaging/call-due';
import type { Deps } from './deps';

/** Within this the new adviser tells whom no message can (ms). */
const CALLED_WITHIN = 3 * DAY;

/** The one entry of a customer's about their new adviser. */
export function adviserCallCause(customerId: string): string {
  return `adviser-changed:${customerId}`;
}

/** Asks a customer's adviser to tell them by phone, or in person, that they are theirs now: no text and no email can. */
export async function openAdviserCall(q: Queryable, deps: Deps, customerId: string): Promise<void> {
  const now = deps.clock.now();
  const { adviserId, officeId } = await getPersonToCall(q, customerId);
  const hours = await getWorkingTime(q, officeId);
  await openCall(q, {
    ...{ id: deps.newId(), officeId, customerId, appointmentId: null, messageId: null, ownerId: adviserId },
    ...{ reason: 'adviser_changed', cause: adviserCallCause(customerId) },
    ...{ dueAt: dueInHours(now + CALLED_WITHIN, now, hours), createdAt: now },
  });
}
