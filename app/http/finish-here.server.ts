import type { TypedResponse } from '@remix-run/node';
import { leaveNothing } from './kiosk-cookies.server';
import type { WaymarkContext } from './load-context';
import { redirectWithin } from './redirect-within.server';
import { readSessionCookie } from './session-cookie.server';

/** Ends a visit on a shared computer: on the server, and in the browser as far as a server can. */
export async function finishHere(
  request: Request,
  context: WaymarkContext,
  next = '/kiosk/finished',
): Promise<TypedResponse<never>> {
  const cookie = readSessionCookie(request);
  if (cookie) await context.services.endSession(cookie);
  const response = redirectWithin(next);
  for (const [name, value] of leaveNothing(context.publicUrl)) response.headers.append(name, value);
  return response;
}
