import { allowCustomer } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';

/** Changes nothing: the button is on the page. */
export const loader = allowCustomer(() => redirectWithin('/near-me'));

/** "Take it back". */
export const action = allowCustomer(async ({ person, params, context }) => {
  if (!(await context.services.takeBackSignpost({ customerId: person.id, id: params.id ?? '' }))) throw notFound();
  return redirectWithin('/near-me?done=back');
});
