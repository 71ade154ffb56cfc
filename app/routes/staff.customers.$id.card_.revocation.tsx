import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { CARD_ROLES } from '~/http/staff-desk.server';

const pageOf = (id: string | undefined) => `/staff/customers/${encodeURIComponent(id ?? '')}/card`;

/** Changes nothing: the button is on the card's page. */
export const loader = allowStaff(CARD_ROLES, ({ params }) => redirectWithin(pageOf(params.id)));

/** Stops the card working. Twice is once. */
export const action = allowStaff(CARD_ROLES, async ({ person, params, context }) => {
  const revoked = await context.services.revokeCard({ staff: person, customerId: params.id ?? '' });
  if (!revoked) throw notFound();
  return redirectWithin(`${pageOf(params.id)}?done=revoked`);
});
