import { redirect, type TypedResponse } from '@remix-run/node';

/**
 * True for a path of this service: one slash at the start, no second one, no backslash and nothing invisible, all of
 * which browsers may read as another site.
 */
export function isOwnPath(path: string): boolean {
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(path) && !path.includes('\\');
}

/**
 * "See other" (303), so that the browser gets the next page and "back" does not send the form again.
 * @throws when the path leads elsewhere: that would be a mistake of ours, or an attack.
 */
export function redirectWithin(path: string, headers: Record<string, string> = {}): TypedResponse<never> {
  if (!isOwnPath(path)) throw new Error('a redirect would lead out of the service');
  return redirect(path, { status: 303, headers });
}
