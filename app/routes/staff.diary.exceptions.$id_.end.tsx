import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: the button is on the page of the exception. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/diary'));

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const id = params.id ?? '';
  const { back } = await readAnswers(request);
  const result = await context.services.endException({ staff: person, id });
  if (!result.ok) throw notFound();
  return backToPage(back ?? `/staff/diary?adviser=${result.adviserId}`, 'exception_ended', { id });
});
