import type { Role } from '~/domain/access/role';
import { redirectWithin } from './redirect-within.server';
import { CARD_ROLES, idIn } from './staff-desk.server';

/** Who says which computers are shared ones. */
export const KIOSK_MANAGERS: readonly Role[] = ['manager'];
/** Who opens and locks them. */
export const KIOSK_OPENERS = CARD_ROLES;

const NOTICES = ['renamed', 'revoked', 'restored', 'locked'] as const;
export type KioskNotice = (typeof NOTICES)[number];

/** What the address says was done, and to which computer. */
export function kioskNoticeIn(url: URL): { done: KioskNotice; about: string | null } | null {
  const done = NOTICES.find((one) => one === url.searchParams.get('done'));
  return done ? { done, about: idIn(url, 'about') } : null;
}

/** Back to the list, or to the page of somebody's own number, with what was done. */
export function backToKiosks(done: KioskNotice, about: string, page = '/staff/office/kiosks') {
  return redirectWithin(`${page}?done=${done}&about=${about}`);
}
