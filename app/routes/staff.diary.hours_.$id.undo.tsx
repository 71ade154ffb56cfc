import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: the button is where the hours were saved. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/diary'));

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const adviserId = params.id ?? '';
  const { event = '', back } = await readAnswers(request);
  const result = await context.services.undoDiaryHours({ staff: person, adviserId, entryId: event });
  if (result.ok) return backToPage(back ?? `/staff/diary?adviser=${adviserId}`, 'hours_put_back');
  if (result.reason === 'not_found') throw notFound();
  return backToPage(back ?? `/staff/diary?adviser=${adviserId}`, 'hours_changed_since');
});
