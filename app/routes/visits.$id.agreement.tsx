import { allowCustomer } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { badRequest, notFound } from '~/http/responses.server';
import { backToVisit } from '~/http/visit-form.server';

/** Changes nothing: the question is on the page of the visit. */
export const loader = allowCustomer(() => redirectWithin('/visits'));

/** Whether the champion may help on her own screen. */
export const action = allowCustomer(async ({ request, person, params, context }) => {
  const { answer } = await readAnswers(request);
  if (answer !== 'yes' && answer !== 'no') throw badRequest();
  const result = await context.services.answerVisit({ person, id: params.id ?? '', yes: answer === 'yes' });
  if (result.ok) return backToVisit(answer === 'yes' ? 'agreed' : 'refused');
  if (result.reason === 'not_found') throw notFound();
  return redirectWithin('/visits');
});
