import { isTakenAway } from '~/domain/office/setting-lists';
import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { listToEdit, SETTING_ROLES } from '~/http/settings-desk.server';

/** Changes nothing: the button is on the page of what is retired. */
export const loader = allowStaff(SETTING_ROLES, (visit) => redirectWithin(`/staff/office/${listToEdit(visit)}`));

export const action = allowStaff(SETTING_ROLES, async (visit) => {
  const { person, params, context } = visit;
  const list = listToEdit(visit);
  const id = params.id ?? '';
  const retired = await context.services.setSettingActive({ staff: person, list, id, active: false });
  // What is taken away twice is not there the second time.
  if (!retired && isTakenAway(list)) return redirectWithin(`/staff/office/${list}`);
  if (!retired) throw notFound();
  const again = isTakenAway(list) ? `done=removed&${new URLSearchParams(retired.values)}` : `done=retired&about=${id}`;
  return redirectWithin(`/staff/office/${list}?${again}`);
});
