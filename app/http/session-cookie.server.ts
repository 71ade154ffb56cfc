import { hostCookie, readHostCookie } from './host-cookie.server';

/** The session secret in a request's cookies, if there is one. */
export function readSessionCookie(request: Request): string | null {
  return readHostCookie(request, 'session');
}

/** A `Set-Cookie` value that keeps the session until the browser closes; the server decides when it ends. */
export function sessionCookie(publicUrl: string, secret: string): string {
  return hostCookie(publicUrl, 'session', secret, null);
}

/** A `Set-Cookie` value that takes the session away. */
export function clearedSessionCookie(publicUrl: string): string {
  return hostCookie(publicUrl, 'session', '', 0);
}
