import { onTheWayTo, placeNamed } from '~/domain/access/fresh-sign-in';
import type { SignedInCustomer } from '~/services/sessions.server';
import type { WaymarkContext } from './load-context';
import { redirectWithin } from './redirect-within.server';
import { readSessionCookie } from './session-cookie.server';

/**
 * Lets somebody on who has only just signed in; others are asked to sign in once more, and come back.
 * @param place this page, by its name.
 */
export function mustBeFresh(
  { person, context }: { person: SignedInCustomer; context: Pick<WaymarkContext, 'services'> },
  place: 'methods' | 'password' | 'passkey' | 'details',
): void {
  if (!context.services.isFreshSignIn(person)) throw redirectWithin(onTheWayTo(placeNamed(place), '/sign-in'));
}

/** The cookie of the session that `allowCustomer` has let in. */
export function ownCookie(request: Request): string {
  const cookie = readSessionCookie(request);
  if (!cookie) throw new Error('signed in without a session');
  return cookie;
}
