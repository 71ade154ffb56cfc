import { allowCustomer } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the button is beside what was begun. */
export const loader = allowCustomer(() => redirectWithin('/'));

/** Throws away what somebody had begun; what is gone already is gone. */
export const action = allowCustomer(async ({ person, params, context }) => {
  await context.services.throwDraftAway({ customerId: person.id, id: params.id ?? '' });
  return redirectWithin('/');
});
