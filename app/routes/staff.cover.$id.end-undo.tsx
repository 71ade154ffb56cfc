import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: the button is beside each cover. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/cover'));

export const action = allowStaff(DIARY_ROLES, async ({ person, params, context }) => {
  const id = params.id ?? '';
  const result = await context.services.reopenCover({ staff: person, id });
  if (result.ok) return backToPage('/staff/cover', 'cover_reopened');
  if (result.reason === 'not_found') throw notFound();
  return backToPage('/staff/cover', result.reason === 'over' ? 'cover_over' : 'cover_clash');
});
