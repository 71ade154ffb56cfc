import type { LastPage } from '~/domain/assisted/kiosk-repeat';
import { TEXT_SIZES, type Display } from '~/domain/assisted/kiosk-rooms';
import { clearedSessionCookie, helpCookie } from './session-cookie.server';
import { signInCookie } from './sign-in-cookie.server';

/** How the pages look to whoever sits at a shared computer now; the browser's own window forgets it too. */
export function readDisplay(request: Request): Display {
  const [, text = '', contrast = ''] =
    /(?:^|;\s*)display=([a-z]+)-([a-z]+)(?:;|$)/.exec(request.headers.get('cookie') ?? '') ?? [];
  return {
    text: TEXT_SIZES.find((size) => size === text) ?? 'usual',
    contrast: contrast === 'high' ? 'high' : 'usual',
  };
}

/** A `Set-Cookie` value that keeps it for this visit, or, with null, forgets it. */
export function displayCookie(publicUrl: string, display: Display | null): string {
  const value = display ? `${display.text}-${display.contrast}` : '';
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `display=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${display ? '' : '; Max-Age=0'}`;
}

/** True when somebody has set the pages to look otherwise, or chosen a language: then the start page is not as it was. */
export function isPersonal(cookies: string): boolean {
  return /(?:^|;\s*)(display|lang)=[^;]/.test(cookies);
}

/** What the browser says was the last page of the visit at a shared computer, if it says so. */
export function readLastPage(request: Request): LastPage | null {
  const [, at, mark] =
    /(?:^|;\s*)seen=([0-9]{1,15})\.([A-Za-z0-9_-]{1,16})(?:;|$)/.exec(request.headers.get('cookie') ?? '') ?? [];
  return at && mark ? { at: Number(at), mark } : null;
}

/**
 * A `Set-Cookie` value that says so, or, with null, forgets it. As every answer sets it, browsers keep no page in memory for
 * Back, so that each page that is seen has been asked for.
 */
export function lastPageCookie(publicUrl: string, last: LastPage | null): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  const value = last ? `${last.at}.${last.mark}` : '';
  return `seen=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${last ? '' : '; Max-Age=0'}`;
}

/**
 * What leaves nothing of a visit in the browser: every cookie of the person goes, and what the browser has seen. The cookie that
 * makes it a shared computer stays, so `Clear-Site-Data` does not say "cookies".
 */
export function leaveNothing(publicUrl: string): [name: string, value: string][] {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return [
    ['Set-Cookie', clearedSessionCookie(publicUrl)],
    ['Set-Cookie', signInCookie(publicUrl, null)],
    ['Set-Cookie', helpCookie(publicUrl, null)],
    ['Set-Cookie', displayCookie(publicUrl, null)],
    ['Set-Cookie', lastPageCookie(publicUrl, null)],
    ['Set-Cookie', `lang=; Path=/; HttpOnly; SameSite=Lax${secure}; Max-Age=0`],
    ['Clear-Site-Data', '"cache", "storage"'],
  ];
}
