import { allowStaff } from '~/http/allow.server';
import { toDesk, toItsVisit, toVisit } from '~/http/desk.server';
import { notFound } from '~/http/responses.server';
import { CARD_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: the button is at the visit. */
export const loader = allowStaff(CARD_ROLES, toItsVisit);

/** The visit is over. */
export const action = allowStaff(CARD_ROLES, async ({ person, params, context }) => {
  const id = params.id ?? '';
  const result = await context.services.finishVisit({ staff: person, id });
  if (result.ok) return toDesk(id, 'finished');
  if (result.reason === 'not_found') throw notFound();
  return toVisit(id, result.reason);
});
