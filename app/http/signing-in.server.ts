import type { TypedResponse } from '@remix-run/node';
import { deviceOf } from '~/domain/access/device';
import { pathAfterSignIn, placeNamed, type Place } from '~/domain/access/fresh-sign-in';
import type { VisitorsKiosk } from '~/services/find-visitor.server';
import type { Arrival } from '~/services/sign-in-customer.server';
import { redirectWithin } from './redirect-within.server';
import { readSessionCookie, sessionCookie } from './session-cookie.server';
import { signInCookie } from './sign-in-cookie.server';

/** Where a visitor is on the way to, by the name in the address. */
export function placeIn(url: URL | string): Place | null {
  return placeNamed(new URL(url).searchParams.get('then'));
}

/** What the browser brings along that somebody signs in with. */
export function arrivalOf(request: Request, kiosk: VisitorsKiosk | null): Arrival {
  const device = deviceOf(request.headers.get('user-agent') ?? '');
  return { previousCookie: readSessionCookie(request), device, kioskId: kiosk?.id ?? null };
}

/** On to where they were going, with the new session; what this browser was asked to show is forgotten. */
export function goOnSignedIn(publicUrl: string, cookie: string, place: Place | null): TypedResponse<never> {
  const response = redirectWithin(pathAfterSignIn(place));
  response.headers.append('Set-Cookie', sessionCookie(publicUrl, cookie));
  response.headers.append('Set-Cookie', signInCookie(publicUrl, null));
  return response;
}

/** 429, and when to come back. */
export function waitFor(seconds: number): { status: number; headers: Record<string, string> } {
  return { status: 429, headers: { 'Retry-After': String(seconds) } };
}
