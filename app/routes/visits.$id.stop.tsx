import { allowCustomer } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToVisit } from '~/http/visit-form.server';

/** Changes nothing: the button is on every page while somebody helps. */
export const loader = allowCustomer(() => redirectWithin('/visits'));

/** "Stop": at once. */
export const action = allowCustomer(async ({ person, params, context }) => {
  const { ok } = await context.services.stopVisitHelp({ person, id: params.id ?? '' });
  if (!ok) throw notFound();
  return backToVisit('stopped');
});
