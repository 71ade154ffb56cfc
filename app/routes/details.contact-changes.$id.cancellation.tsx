import { allowCustomer } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';

/** Changes nothing: the button is where a change waits for its code. */
export const loader = allowCustomer(() => redirectWithin('/details'));

/** The number or address stays as it is. */
export const action = allowCustomer(async ({ person, params, context }) => {
  const changeId = params.id ?? '';
  const answered = await context.services.cancelContactChange({ customerId: person.id, changeId });
  if (answered === 'not_found') throw notFound();
  return redirectWithin('/details?done=cancelled');
});
