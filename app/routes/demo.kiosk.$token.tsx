import { allowOutbox } from '~/http/allow.server';
import { finishHere } from '~/http/finish-here.server';
import { notFound } from '~/http/responses.server';
import { kioskCookie } from '~/http/session-cookie.server';

/** Makes a visitor's browser a shared computer, once, in the demo alone (see demo.sign-in.$token.tsx for why a GET may). */
export const loader = allowOutbox(async ({ params, request, context }) => {
  if (request.method !== 'GET') throw notFound();
  const secret = await context.services.enrolFromAddress(params.token ?? '');
  if (secret === null) throw notFound();
  const response = await finishHere(request, context, '/kiosk');
  response.headers.append('Set-Cookie', kioskCookie(context.publicUrl, secret));
  return response;
});
