import { json } from '@remix-run/node';
import { BARRIERS, type Barrier } from '~/domain/situation/barrier';
import { LONGEST_NOTE } from '~/domain/situation/change-barriers';
import type { SignedInCustomer } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { redirectWithin } from './redirect-within.server';

/** What can be wrong with the form, and at which of its questions. */
export interface SituationErrors {
  barrier?: 'nothing' | 'noteAlone' | 'wrong';
  note?: 'long';
}

const isBarrier = (value: string): value is Barrier => BARRIERS.some((kind) => kind === value);

/** What was ticked and written about barriers, and whether something was ticked that there is not. */
export function situationIn(form: FormData) {
  const ticked = form.getAll('barrier').filter((value) => typeof value === 'string');
  const note = form.get('note');
  // A browser sends line ends in two signs; people count one.
  const words = typeof note === 'string' ? note.replaceAll('\r\n', '\n').trim() : '';
  return { kinds: [...new Set(ticked.filter(isBarrier))], note: words, strange: !ticked.every(isBarrier) };
}

/** POST situation: saves the ticks and the words. With nothing ticked, what was told before is taken back. */
export async function saveSituation({ request, context, person }: Visit<SignedInCustomer>) {
  const { kinds, note, strange } = situationIn(await request.formData());
  const told = await context.services.viewSituation({ customerId: person.id });
  const errors: SituationErrors = {};
  if (strange) errors.barrier = 'wrong';
  else if (kinds.length === 0 && note !== '' && note !== told.note) errors.barrier = 'noteAlone';
  else if (kinds.length === 0 && told.kinds.length === 0) errors.barrier = 'nothing';
  if (note.length > LONGEST_NOTE) errors.note = 'long';
  if (errors.barrier || errors.note) return json({ errors, values: { kinds, note } }, { status: 422 });
  if (kinds.length === 0) return takeBackSituation({ context, person });
  await context.services.tellSituation({ customerId: person.id, kinds, note, helpId: person.help?.id ?? null });
  return redirectWithin('/situation/help?done=saved');
}

/** POST withdrawal: takes everything back. */
export async function takeBackSituation({ context, person }: Pick<Visit<SignedInCustomer>, 'context' | 'person'>) {
  await context.services.tellSituation({ customerId: person.id, kinds: [], note: '' });
  return redirectWithin('/situation?done=withdrawn');
}
