import { ROLES } from '~/domain/access/role';
import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { clearedSessionCookie, readSessionCookie } from '~/http/session-cookie.server';

/** Changes nothing: whoever comes here by the address bar belongs at the start. */
export const loader = allowStaff(ROLES, () => redirectWithin('/staff'));

export const action = allowStaff(ROLES, async ({ person, request, context }) => {
  const cookie = readSessionCookie(request);
  if (cookie) await context.services.signOutStaff({ member: person, cookie });
  return redirectWithin('/staff/sign-in', {
    'Set-Cookie': clearedSessionCookie(context.publicUrl),
    'Clear-Site-Data': '"cache", "storage"',
  });
});
