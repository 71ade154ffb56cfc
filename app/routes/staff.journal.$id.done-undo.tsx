import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToPage } from '~/http/staff-desk.server';

/** Changes nothing: whoever comes here by the address bar belongs on the day's page. */
export const loader = allowStaff(['adviser'], () => redirectWithin('/staff/day'));

export const action = allowStaff(['adviser'], async ({ person, params, context }) => {
  const reopened = await context.services.reopenEntry({ staff: person, entryId: params.id ?? '' });
  if (!reopened.ok) throw notFound();
  return backToPage(`/staff/customers/${reopened.customerId}/journal`, 'journal_reopened');
});
