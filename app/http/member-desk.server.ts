import { json } from '@remix-run/node';
import type { SettingProblems, SettingValues } from '~/domain/office/setting-fields';
import type { InviteResult } from '~/services/invite-staff.server';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { redirectWithin } from './redirect-within.server';
import { notFound } from './responses.server';
import { typedSettings } from './settings-desk.server';

const meOf = ({ firstName, lastName }: SignedInStaff) => ({ firstName, lastName });

/** One member of the visitor's office. @throws a 404 when there is none of that id. */
export async function showMember({ person, params, language, context }: Visit<SignedInStaff>) {
  const shown = await context.services.viewMember({ staff: person, id: params.id ?? '' });
  if (!shown) throw notFound();
  return { language, shown, me: meOf(person) };
}

/** The same, of one who works here and about whom the visitor may decide. */
export async function showMemberToManage(visit: Visit<SignedInStaff>) {
  const page = await showMember(visit);
  if (!page.shown.member.mayManage || page.shown.member.state === 'left') throw notFound();
  return page;
}

/** The profile of the visitor, or of a colleague whom they may change. */
export async function showProfile({ person, language, url, context }: Visit<SignedInStaff>, id: string) {
  const profile = await context.services.viewProfile({ staff: person, id });
  if (!profile) throw notFound();
  const done = (['profile', 'unchanged'] as const).find((one) => one === url.searchParams.get('done')) ?? null;
  return json({ language, profile, own: person.id === id, done, me: meOf(person) });
}

/** Saves it, or answers with what is wrong with it. @param back where it leads once it is saved. */
export async function saveProfileFrom({ person, request, context }: Visit<SignedInStaff>, id: string, back: string) {
  const typed = await typedSettings(request);
  const saved = await context.services.saveProfile({ staff: person, id, typed, seen: typed.seen ?? '' });
  if (saved.ok) return redirectWithin(`${back}?done=${saved.changed ? 'profile' : 'unchanged'}`);
  if (saved.reason === 'not_found') throw notFound();
  const since = saved.reason === 'changed_since';
  const seen = since ? saved.seen : (typed.seen ?? '');
  const errors: SettingProblems = since ? {} : saved.problems;
  return json({ errors, since, values: typed, seen }, { status: since ? 409 : 422 });
}

/**
 * What whoever invites somebody is answered: where an email goes, their page; elsewhere the address itself, and no redirect
 * to it, because it is kept nowhere.
 */
export function answerToInviting(
  result: InviteResult,
  values: SettingValues,
  { byEmail, done }: { byEmail: boolean; done: 'added' | 'invited' },
) {
  if (!result.ok && result.reason === 'not_found') throw notFound();
  if (!result.ok) return json({ errors: result.problems, values, invited: null }, { status: 422 });
  const { id, address } = result;
  if (byEmail) return redirectWithin(`/staff/office/staff/${id}?done=${done}`);
  return json({ errors: null, values, invited: { id, address } });
}
