import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';

const questionsOf = (customerId: string) => `/staff/customers/${encodeURIComponent(customerId)}/help/questions`;

/** Changes nothing: the button is where the questions have stopped. */
export const loader = allowStaff(DIARY_ROLES, ({ params }) => redirectWithin(questionsOf(params.id ?? '')));

/** Takes the call back off the list. */
export const action = allowStaff(DIARY_ROLES, async ({ person, params, context }) => {
  const customerId = params.id ?? '';
  const taken = await context.services.takeBackRingBack({ staff: person, customerId });
  if (!taken.ok && taken.reason === 'not_found') throw notFound();
  return redirectWithin(`${questionsOf(customerId)}?done=ring_${taken.ok ? 'taken_back' : 'tried'}`);
});
