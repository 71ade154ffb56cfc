import { allowStaff } from '~/http/allow.server';
import { toItsVisit, toVisit } from '~/http/desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { helpCookie } from '~/http/session-cookie.server';
import { CARD_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: the button is at the visit. */
export const loader = allowStaff(CARD_ROLES, toItsVisit);

/** Opens the customer's pages on the champion's own screen, while they agree. */
export const action = allowStaff(CARD_ROLES, async ({ person, params, context }) => {
  const id = params.id ?? '';
  const result = await context.services.beginJointHelp({ staff: person, id });
  if (result.ok) return redirectWithin('/', { 'Set-Cookie': helpCookie(context.publicUrl, result.secret) });
  if (result.reason === 'not_found') throw notFound();
  return toVisit(id, result.reason);
});
