import type { Role } from '~/domain/access/role';
import { CALL_VIEWS } from '~/domain/messaging/call-list';
import { troubleFilter, troublePath } from '~/domain/messaging/trouble-view';
import { staffNotice, type StaffNotice } from '~/domain/staff-notice';
import { redirectWithin } from './redirect-within.server';

/** Those who have a diary, or answer for those who do. */
export const DIARY_ROLES: readonly Role[] = ['adviser', 'manager'];

/** Those who may hand a customer of their office a card to sign in with. */
export const CARD_ROLES: readonly Role[] = ['adviser', 'champion', 'manager'];

/** The pages of staff that have forms of their own to come back from; ID stands for an identifier. */
const PAGES = new RegExp(
  `^/staff/(${[
    ...['day', 'diary', 'diary/exceptions/ID', 'calls', 'messages', 'cover', 'earlier', 'follow-ups'],
    ...['appointments/ID', 'appointments/ID/agenda', 'group-sessions', 'group-sessions/ID'],
    ...['customers', 'customers/ID', 'customers/ID/(journal|contacts|adviser|plan|profile)', 'customers/ID/series/ID'],
  ]
    .join('|')
    .replaceAll('ID', '[0-9a-f-]{36}')})$`,
);
const ID = /^[0-9a-f-]{36}$/;

/** An identifier in an address, or null when it cannot be one. */
export function idIn(url: URL, name: string): string | null {
  const text = url.searchParams.get(name) ?? '';
  return ID.test(text) ? text : null;
}

/** What the address says was done, or could not be, and what about. */
export function noticeIn(url: URL): { done: StaffNotice; about: string | null; undo: string | null } | null {
  const done = staffNotice(url.searchParams.get('done'));
  return done && { done, about: idIn(url, 'about'), undo: idIn(url, 'undo') };
}

/**
 * Back to the staff page that a form came from, with a notice.
 * @param back the page's own address as the form gave it; anything but the pages that have such forms is ignored.
 * @param about what the notice is about, and the event that undoes it.
 */
export function backToPage(
  back: string | undefined,
  notice: StaffNotice,
  about: { id: string; undo?: string | null } | null = null,
): Response {
  const page = pageOf(back ?? '');
  page.searchParams.set('done', notice);
  if (about) page.searchParams.set('about', about.id);
  if (about?.undo) page.searchParams.set('undo', about.undo);
  return redirectWithin(`${page.pathname}${page.search}`);
}

function pageOf(back: string): URL {
  const somewhere = 'http://portal.invalid';
  const asked = URL.canParse(back, somewhere) ? new URL(back, somewhere) : null;
  const page = new URL(
    asked?.origin === somewhere && PAGES.test(asked.pathname) ? asked.pathname : '/staff/day',
    somewhere,
  );
  if (asked && page.pathname === '/staff/messages')
    return new URL(troublePath(troubleFilter(asked.searchParams)), somewhere);
  const date = asked?.searchParams.get('date') ?? '';
  const adviser = asked?.searchParams.get('adviser') ?? '';
  const show = CALL_VIEWS.find((view) => view === asked?.searchParams.get('show'));
  if ((page.pathname === '/staff/calls' || page.pathname === '/staff/follow-ups') && show)
    page.searchParams.set('show', show);
  if (page.pathname !== '/staff/day' && page.pathname !== '/staff/diary') return page;
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) page.searchParams.set('date', date);
  if (adviser === 'all' || adviser === 'me' || ID.test(adviser)) page.searchParams.set('adviser', adviser);
  return page;
}
