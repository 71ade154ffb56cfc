import { allowCustomer } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { ownCookie } from '~/http/sign-in-methods-desk.server';

/** Changes nothing: the button is on the page about signing in. */
export const loader = allowCustomer(() => redirectWithin('/sign-in-methods'));

/** Signs the customer out everywhere but here. Twice is once. */
export const action = allowCustomer(async ({ person, request, context }) => {
  await context.services.endOtherSessions({ customerId: person.id, cookie: ownCookie(request) });
  return redirectWithin('/sign-in-methods?done=signed_out');
});
