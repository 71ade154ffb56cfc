import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: whoever comes here by the address bar belongs on the day's page. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/day'));

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const { back } = await readAnswers(request);
  const { requestId, services } = context;
  const undone = await services.undoBooking({ staff: person, appointmentId: params.id ?? '', requestId });
  if (!undone.ok && undone.reason === 'not_found') throw notFound();
  if (!undone.ok) return backToPage(back, 'changed_since');
  // The page of a series is gone with it.
  const page = back?.includes('/series/') ? `/staff/customers/${undone.customerId}` : back;
  return backToPage(page, undone.told ? 'booking_undone_told' : 'booking_undone');
});
