import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the versions are on the page of the rules. */
export const loader = allowStaff(['manager'], () => redirectWithin('/staff/reminder-policy'));

export const action = allowStaff(['manager'], async ({ person, params, context }) => {
  const withdrawn = await context.services.withdrawPolicy({ staff: person, policyId: params.id ?? '' });
  return redirectWithin(`/staff/reminder-policy?done=${withdrawn ? 'withdrawn' : 'notWithdrawn'}`);
});
