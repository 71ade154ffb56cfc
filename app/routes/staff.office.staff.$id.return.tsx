import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { SETTING_ROLES } from '~/http/settings-desk.server';

/** Changes nothing: the button is on the page of whoever left. */
export const loader = allowStaff(SETTING_ROLES, () => redirectWithin('/staff/office/staff'));

export const action = allowStaff(SETTING_ROLES, async ({ person, params, context }) => {
  const id = params.id ?? '';
  const back = await context.services.letReturn({ staff: person, id });
  if (!back.ok) throw notFound();
  return redirectWithin(`/staff/office/staff/${id}?done=returned`);
});
