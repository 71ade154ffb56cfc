import { allowCustomer } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToVisit, taskOf } from '~/http/visit-form.server';

/** Changes nothing: the question is on the page of the visit. */
export const loader = allowCustomer(() => redirectWithin('/visits'));

/** "Yes, put it in my profile". */
export const action = allowCustomer(async ({ request, person, params, context }) => {
  const task = taskOf((await readAnswers(request)).task);
  const done = task && (await context.services.agreeToResult({ person, id: params.id ?? '', task }));
  if (!done?.ok) throw notFound();
  return backToVisit('told');
});
