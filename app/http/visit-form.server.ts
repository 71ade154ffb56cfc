import { json } from '@remix-run/node';
import { VISIT_TASKS, type VisitTask } from '~/domain/assisted/visit';
import type { VisitNotice } from '~/domain/assisted/visit-notice';
import type { SignedInCustomer } from '~/services/sessions.server';
import type { Visit } from './allow.server';
import { readAnswers } from './form-answers.server';
import { redirectWithin } from './redirect-within.server';
import { notFound } from './responses.server';

/** The task of that name, or null. */
export function taskOf(text: string | undefined): VisitTask | null {
  return VISIT_TASKS.find((task) => task === text) ?? null;
}

/** Back to the page about one's visit, with what was done. */
export const backToVisit = (done: VisitNotice) => redirectWithin(`/visits?done=${done}`);

/** POST visits/new: asks for a champion, once. */
export async function askFromForm({ request, person, context }: Visit<SignedInCustomer>) {
  const answers = await readAnswers(request);
  const values = { wants: answers.wants ?? '', when: answers.when ?? '' };
  const wants = taskOf(values.wants);
  const when = person.kioskId !== null ? 'here' : (['here', 'later'] as const).find((one) => one === values.when);
  if (!wants || !when) {
    const errors = { ...(!wants && { wants: true as const }), ...(!when && { when: true as const }) };
    return json({ values, errors }, { status: 422 });
  }
  const result = await context.services.askForVisit({ person, wants, here: when === 'here' });
  if (!result.ok) throw notFound();
  return backToVisit(result.changed ? 'asked' : 'there_already');
}
