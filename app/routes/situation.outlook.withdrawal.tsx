import { allowCustomer } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the button is on the page. */
export const loader = allowCustomer(() => redirectWithin('/situation/outlook'));

/** "Take it back". */
export const action = allowCustomer(async ({ person, context }) => {
  await context.services.tellOutlook({ customerId: person.id, confidence: null, attitude: null, note: '' });
  return redirectWithin('/situation/outlook?done=withdrawn');
});
