import type { Queryable } from '@db/client.server';
import { insertSignInRecord } from '@db/queries/sign-in-records.server';
import type { SignInWay } from '~/domain/access/role';
import type { Deps } from './deps';
import { openSession } from './sessions.server';

/** What a browser brings along when somebody signs in with it. */
export interface Arrival {
  /** Its session's cookie until now, if there is one: that session ends. */
  previousCookie: string | null;
  /** "Chrome, Android"; empty where it is not known. */
  device: string;
  /** The shared computer that it is: the session counts there and nowhere else. */
  kioskId?: string | null;
}

/**
 * Opens a customer's session inside the caller's transaction and notes when and how they signed in.
 * @returns the secret for the cookie.
 */
export async function openCustomerSession(
  q: Queryable,
  deps: Deps,
  { customerId, way, device, previousCookie, kioskId }: Arrival & { customerId: string; way: SignInWay },
): Promise<string> {
  const cookie = await openSession(q, deps, { kind: 'customer', id: customerId, kioskId }, previousCookie);
  await insertSignInRecord(q, { id: deps.newId(), customerId, at: deps.clock.now(), way, device });
  return cookie;
}

/** Signs a customer in whose one-use address has been taken: the demo's. @returns the secret for the cookie. */
export const signInFromAddress =
  (deps: Deps) =>
  (input: Arrival & { customerId: string }): Promise<string> =>
    deps.db.write((q) => openCustomerSession(q, deps, { ...input, way: 'address' }));
