import type { ReaskDone } from '~/i18n/pages/staff-safeguards';
import type { SettleReaskResult } from '~/services/settle-reask.server';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { redirectWithin } from './redirect-within.server';
import { notFound } from './responses.server';
import { idIn } from './staff-desk.server';

type StaffVisit = Visit<SignedInStaff>;

export const REASKS_PATH = '/staff/office/re-asks';
const DONE: readonly ReaskDone[] = ['not-needed', 'reopened', 'over'];

/** What the address says was done, and which entry it was about. */
export function reaskDoneIn(url: URL): { name: ReaskDone; about: string | null } | null {
  const name = DONE.find((one) => one === url.searchParams.get('done'));
  return name ? { name, about: idIn(url, 'about') } : null;
}

function said(result: SettleReaskResult, done: ReaskDone, id: string) {
  if (result.ok) return redirectWithin(`${REASKS_PATH}?done=${done}&about=${encodeURIComponent(id)}`);
  if (result.reason === 'not_found') throw notFound();
  return redirectWithin(`${REASKS_PATH}?done=over`);
}

/** POST not-needed. */
export async function notNeeded({ person, params, context }: StaffVisit) {
  const reaskId = params.id ?? '';
  return said(await context.services.settleReask({ staff: person, reaskId }), 'not-needed', reaskId);
}

/** POST not-needed-undo. */
export async function neededAfterAll({ person, params, context }: StaffVisit) {
  const reaskId = params.id ?? '';
  return said(await context.services.reopenReask({ staff: person, reaskId }), 'reopened', reaskId);
}
