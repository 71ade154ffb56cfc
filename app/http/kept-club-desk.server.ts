import type { Role } from '~/domain/access/role';
import type { StaffClubWords } from '~/i18n/pages/staff-clubs';
import { redirectWithin } from './redirect-within.server';
import { notFound } from './responses.server';
import { idIn } from './staff-desk.server';

/** Those who see the clubs of their office; organisers see their own. */
export const CLUB_ROLES: readonly Role[] = ['adviser', 'manager', 'organiser'];

/** Those who may change one. */
export const CLUB_KEEPERS: readonly Role[] = ['manager', 'organiser'];

const DONE = ['saved', 'checked', 'days-closed', 'days-opened', 'closed', 'reopened', 'keepers'] as const satisfies readonly (keyof StaffClubWords['done'])[]; // prettier-ignore
type Done = (typeof DONE)[number];

/** What the address of a club's page says was done. */
export function clubDoneIn(url: URL): { name: Done; closure: string | null } | null {
  const name = DONE.find((one) => one === url.searchParams.get('done'));
  return name ? { name, closure: idIn(url, 'closure') } : null;
}

/** Back to a club's page, with what was done; where it was not, there is no such club. */
export function backToClub(ref: string, ok: boolean, done: Done, closure?: string): Response {
  if (!ok) throw notFound();
  return redirectWithin(`/staff/clubs/${encodeURIComponent(ref)}?done=${done}${closure ? `&closure=${closure}` : ''}`);
}

/** The page of a club: where a button's own address leads those who open it. */
export function clubPage({ ref = '' }: { ref?: string }): Response {
  return redirectWithin(`/staff/clubs/${encodeURIComponent(ref)}`);
}
