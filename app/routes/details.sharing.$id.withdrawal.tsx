import { allowCustomer } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';

/** Changes nothing: the button is on the page with all partners. */
export const loader = allowCustomer(() => redirectWithin('/details/sharing'));

/** A partner, whose id it is, may not see the plan any more. */
export const action = allowCustomer(async ({ person, params, context }) => {
  const answered = await context.services.withdrawConsent({ customerId: person.id, partnerId: params.id ?? '' });
  if (answered === 'not_found') throw notFound();
  return redirectWithin('/details/sharing?done=withdrawn');
});
