import { hostCookie, readHostCookie } from './host-cookie.server';

/**
 * The secret of the browser that asked for a sign-in code: the code works in no other. Kept a little longer than a
 * code lives, so that a late one can be told that it is late.
 */
const MAX_AGE_SECONDS = 3600;

/** The secret in a request's cookies, if there is one. */
export function readSignInCookie(request: Request): string | null {
  return readHostCookie(request, 'sign-in');
}

/** A `Set-Cookie` value with the secret, or, with null, one that takes it away. */
export function signInCookie(publicUrl: string, secret: string | null): string {
  return hostCookie(publicUrl, 'sign-in', secret ?? '', secret ? MAX_AGE_SECONDS : 0);
}
