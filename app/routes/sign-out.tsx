import { allowAnyone } from '~/http/allow.server';
import { finishHere } from '~/http/finish-here.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { clearedSessionCookie, readSessionCookie } from '~/http/session-cookie.server';

/** Changes nothing: the button is at the top of every page. */
export const loader = allowAnyone(() => redirectWithin('/'));

/** Ends the session on the server, and has the browser forget what it has seen. The language is asked for again. */
export const action = allowAnyone(async ({ request, context, language, kiosk }) => {
  if (kiosk) return finishHere(request, context);
  const cookie = readSessionCookie(request);
  if (cookie) await context.services.endSession(cookie);
  return redirectWithin(`/sign-in?done=signed-out&lang=${language}`, {
    'Set-Cookie': clearedSessionCookie(context.publicUrl),
    'Clear-Site-Data': '"cache", "cookies", "storage"',
  });
});
