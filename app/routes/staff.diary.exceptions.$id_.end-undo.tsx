import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: the button is where it was taken out. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/diary'));

/** Back to its page, where the meetings in its time are. */
export const action = allowStaff(DIARY_ROLES, async ({ person, params, context }) => {
  const id = params.id ?? '';
  const result = await context.services.reopenException({ staff: person, id });
  if (!result.ok) throw notFound();
  return backToPage(`/staff/diary/exceptions/${id}`, 'exception_reopened');
});
