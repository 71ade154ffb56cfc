import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { badRequest, notFound } from '~/http/responses.server';
import { listToEdit, SETTING_ROLES } from '~/http/settings-desk.server';

/** Changes nothing: the buttons are on the list. */
export const loader = allowStaff(SETTING_ROLES, (visit) => redirectWithin(`/staff/office/${listToEdit(visit)}`));

export const action = allowStaff(SETTING_ROLES, async (visit) => {
  const { person, params, request, context } = visit;
  const list = listToEdit(visit);
  const { to = '' } = await readAnswers(request);
  if (!/^\d{1,4}$/.test(to)) throw badRequest();
  const moved = await context.services.moveSetting({ staff: person, list, id: params.id ?? '', to: Number(to) });
  if (!moved) throw notFound();
  return redirectWithin(`/staff/office/${list}?done=moved`);
});
