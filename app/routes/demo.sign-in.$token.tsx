import { allowOutbox } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { readSessionCookie, sessionCookie } from '~/http/session-cookie.server';

/**
 * Signs a visitor of the demo in, once. Elsewhere a GET changes nothing, because scanners follow links; these
 * addresses are printed on the visitor's own screen, exist only in the demo, and open invented records.
 */
export const loader = allowOutbox(async ({ params, request, context }) => {
  // Remix answers HEAD with the loader too, and asking what is there should not use the address up.
  if (request.method !== 'GET') throw notFound();
  const person = await context.services.takeSignInAddress(params.token ?? '');
  if (!person) throw notFound();
  const secret = await context.services.startSession(person, readSessionCookie(request));
  const cookie = { 'Set-Cookie': sessionCookie(context.publicUrl, secret) };
  return redirectWithin(person.kind === 'staff' ? '/staff' : '/', cookie);
});
