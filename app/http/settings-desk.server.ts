import { json } from '@remix-run/node';
import type { SettingValues } from '~/domain/office/setting-fields';
import { mayEdit, settingList, SETTING_ROLES, type SettingList } from '~/domain/office/setting-lists';
import type { SignedInStaff } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { formKeyIn } from './journal-form.server';
import { redirectWithin } from './redirect-within.server';
import { badRequest, notFound } from './responses.server';

export { SETTING_ROLES };

/** Everything that a form says; of several answers to one question each, with commas between. */
export async function typedSettings(request: Request): Promise<SettingValues> {
  const form = await request.formData();
  const texts = (name: string) => form.getAll(name).map((value) => (typeof value === 'string' ? value : ''));
  return Object.fromEntries([...new Set(form.keys())].map((name) => [name, texts(name).join(',')]));
}

/** The list of the address. @throws a 404 when there is none of that name. */
export function listIn(params: { list?: string }): SettingList {
  const list = settingList(params.list);
  if (!list) throw notFound();
  return list;
}

/** The same, where the visitor may change it. */
export function listToEdit({ params, person }: Visit<SignedInStaff>): SettingList {
  const list = listIn(params);
  if (!mayEdit(list, person.role)) throw notFound();
  return list;
}

/** Saves the form of one of a list, or answers with what is wrong with it. @param id null for a new one. */
export async function saveFrom(visit: Visit<SignedInStaff>, id: string | null) {
  const { person, request, context } = visit;
  const list = listToEdit(visit);
  const typed = await typedSettings(request);
  const key = id ?? formKeyIn(typed);
  if (key === null) throw badRequest();
  const saved = await context.services.saveSetting({ staff: person, list, id, key, seen: typed.seen ?? '', typed });
  if (saved.ok) {
    const done = saved.changed ? (id === null ? 'added' : 'changed') : id === null ? 'added' : 'unchanged';
    return redirectWithin(`/staff/office/${list}?done=${done}`);
  }
  if (saved.reason === 'not_found') throw notFound();
  const wrong = saved.reason === 'problems' ? saved.problems : {};
  const since = saved.reason === 'changed_since';
  const seen = since ? saved.seen : (typed.seen ?? '');
  return json({ errors: wrong, since, values: typed, key, seen }, { status: since ? 409 : 422 });
}
