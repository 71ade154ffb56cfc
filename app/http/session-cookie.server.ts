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

/** The secret of a help that a member of staff has begun in this browser; it ends with the browser, or on the server before. */
export function readHelpCookie(request: Request): string | null {
  return readHostCookie(request, 'help');
}

/** A `Set-Cookie` value that keeps a help, or, with null, takes it away. */
export function helpCookie(publicUrl: string, secret: string | null): string {
  return hostCookie(publicUrl, 'help', secret ?? '', secret === null ? 0 : null);
}

/** How long a shared computer stays enrolled without anybody's doing (s): browsers keep no cookie for longer. */
const KIOSK_KEPT = 400 * 24 * 60 * 60;

/** The secret of a shared computer. */
export function readKioskCookie(request: Request): string | null {
  return readHostCookie(request, 'kiosk');
}

/** A `Set-Cookie` value that makes a browser a shared computer, or, with null, makes it any other again. */
export function kioskCookie(publicUrl: string, secret: string | null): string {
  return hostCookie(publicUrl, 'kiosk', secret ?? '', secret === null ? 0 : KIOSK_KEPT);
}
