import { allowOutbox } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { sessionCookie } from '~/http/session-cookie.server';
import { arrivalOf } from '~/http/signing-in.server';

/**
 * Signs a visitor of the demo in, once. Elsewhere a GET changes nothing, because scanners follow links; these
 * addresses are printed on the visitor's own screen, exist only in the demo, and open invented records.
 */
export const loader = allowOutbox(async ({ params, request, context }) => {
  // Remix answers HEAD with the loader too, and asking what is there should not use the address up.
  if (request.method !== 'GET') throw notFound();
  const { services, publicUrl } = context;
  const person = await services.takeSignInAddress(params.token ?? '');
  if (!person) throw notFound();
  const arrival = arrivalOf(request, null);
  const secret =
    person.kind === 'customer'
      ? await services.signInFromAddress({ ...arrival, customerId: person.id })
      : await services.startSession(person, arrival.previousCookie);
  return redirectWithin(person.kind === 'staff' ? '/staff' : '/', { 'Set-Cookie': sessionCookie(publicUrl, secret) });
});
