import { json } from '@remix-run/node';
import { allowCustomer } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { mustBeFresh, ownCookie } from '~/http/sign-in-methods-desk.server';

/** Changes nothing: the script of the page asks with a POST. */
export const loader = allowCustomer(() => redirectWithin('/sign-in-methods/passkey'));

/** What this browser has to sign to make a passkey, for the script. */
export const action = allowCustomer(async (visit) => {
  mustBeFresh(visit, 'passkey');
  const { person, request, context } = visit;
  const asked = await context.services.askForNewPasskey({
    customerId: person.id,
    sessionCookie: ownCookie(request),
  });
  return asked.ok ? json(asked.options) : json({}, { status: 422 });
});
