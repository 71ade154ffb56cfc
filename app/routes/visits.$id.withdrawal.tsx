import { allowCustomer } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToVisit } from '~/http/visit-form.server';

/** Changes nothing: the button is on the page of the visit. */
export const loader = allowCustomer(() => redirectWithin('/visits'));

/** "I do not need help any more". */
export const action = allowCustomer(async ({ person, params, context }) => {
  const { ok } = await context.services.takeBackVisit({ person, id: params.id ?? '' });
  if (!ok) throw notFound();
  return backToVisit('taken_back');
});
