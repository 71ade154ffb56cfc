import { allowCustomer } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the button is on every page while somebody is helped. */
export const loader = allowCustomer(() => redirectWithin('/help'));

/** The customer wants nobody in their pages. Whoever helps them ends it on their own page, where they read it back. */
export const action = allowCustomer(async ({ person, context }) => {
  if (person.help) return redirectWithin(`/staff/customers/${person.id}/help/finish`);
  await context.services.endOwnHelps({ customerId: person.id });
  return redirectWithin('/help?done=stopped');
});
