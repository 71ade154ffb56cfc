import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { listToEdit, SETTING_ROLES } from '~/http/settings-desk.server';

/** Changes nothing: the button is on the list. */
export const loader = allowStaff(SETTING_ROLES, (visit) => redirectWithin(`/staff/office/${listToEdit(visit)}`));

export const action = allowStaff(SETTING_ROLES, async (visit) => {
  const { person, params, context } = visit;
  const list = listToEdit(visit);
  const asked = { staff: person, list, id: params.id ?? '', active: true };
  if (!(await context.services.setSettingActive(asked))) throw notFound();
  return redirectWithin(`/staff/office/${list}?done=restored`);
});
