import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: the button is on the page about the adviser. */
export const loader = allowStaff(DIARY_ROLES, ({ params }) =>
  redirectWithin(`/staff/customers/${encodeURIComponent(params.id ?? '')}/adviser`),
);

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const customerId = params.id ?? '';
  const { event = '' } = await readAnswers(request);
  const undone = await context.services.undoNaming({ staff: person, customerId, termId: event });
  if (!undone.ok && undone.reason === 'not_found') throw notFound();
  const page = `/staff/customers/${customerId}/adviser`;
  if (undone.ok) return backToPage(page, undone.changed ? 'adviser_taken_back' : 'adviser_stays');
  return backToPage(page, undone.reason === 'told' ? 'adviser_told' : 'adviser_left');
});
