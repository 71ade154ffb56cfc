import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { instantIn } from '~/http/journal-form.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToPage } from '~/http/staff-desk.server';

/** Changes nothing: whoever comes here by the address bar belongs on the day's page. */
export const loader = allowStaff(['adviser'], () => redirectWithin('/staff/day'));

/** "Mark as read", up to the newest that was on the page. */
export const action = allowStaff(['adviser'], async ({ person, params, request, context }) => {
  const customerId = params.id ?? '';
  const { until } = await readAnswers(request);
  const read = { staff: person, customerId, until: instantIn(until) };
  if (!(await context.services.markEntriesRead(read))) throw notFound();
  return backToPage(`/staff/customers/${customerId}/journal`, 'journal_read');
});
