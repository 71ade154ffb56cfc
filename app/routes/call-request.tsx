import { allowCustomer } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the button is on the first page. */
export const loader = allowCustomer(() => redirectWithin('/'));

/** "Ask someone to call me"; the first page then says by when. */
export const action = allowCustomer(async ({ person, context }) => {
  const actor = { kind: 'customer' as const, id: person.id };
  await context.services.requestCall({ customerId: person.id, actor, requestId: context.requestId });
  return redirectWithin('/?done=call');
});
