import { findVisitOfHelp, listOwnSessions } from '@db/queries/visits.server';
import type { Queryable } from '@db/client.server';
import { isSessionAlive, sessionUse } from '~/domain/access/session-lifetime';
import { agreementOf } from '~/domain/assisted/visit-rules';

/**
 * True while a help beside somebody may go on: they agreed to it, half an hour is not over, and they are still signed in
 * themselves, so that they can see it and stop it. On a shared computer their session is over after three quiet minutes.
 * @param now instant in ms.
 */
export async function agreementStands(q: Queryable, helpId: string, now: number): Promise<boolean> {
  const found = await findVisitOfHelp(q, helpId);
  if (!found) return false;
  return agreementOf(found.visit, found.zone, now) === 'agreed' && found.own.some((one) => isAlive(one, now));
}

/** True where a customer is signed in themselves, anywhere. */
export async function isThere(q: Queryable, customerId: string, now: number): Promise<boolean> {
  return (await listOwnSessions(q, customerId)).some((one) => isAlive(one, now));
}

function isAlive(session: Awaited<ReturnType<typeof listOwnSessions>>[number], now: number): boolean {
  return isSessionAlive({ ...session, kind: sessionUse(session) }, now);
}
