import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: whoever comes here by the address bar belongs on the day's page. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/day'));

export const action = allowStaff(DIARY_ROLES, async ({ person, params, request, context }) => {
  const { back } = await readAnswers(request);
  const result = await context.services.reviveContactPoint({ staff: person, contactPointId: params.id ?? '' });
  if (!result.ok) throw notFound();
  return backToPage(back, 'number_revived');
});
