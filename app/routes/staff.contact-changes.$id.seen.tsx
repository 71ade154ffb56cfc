import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: whoever comes here by the address bar belongs on the day's page. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/day'));

export const action = allowStaff(DIARY_ROLES, async ({ person, params, context }) => {
  const seen = await context.services.seeContactChange({ staff: person, changeId: params.id ?? '' });
  if (!seen) throw notFound();
  return backToPage(`/staff/customers/${seen.customerId}`, 'contact_change_seen');
});
