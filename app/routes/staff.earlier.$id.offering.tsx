import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';

const PAGE = '/staff/earlier';

/** Changes nothing: the button is beside each time. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin(PAGE));

export const action = allowStaff(DIARY_ROLES, async ({ person, params, context }) => {
  const id = params.id ?? '';
  const result = await context.services.offerSlotNow({ staff: person, slotId: id });
  if (result.ok) return backToPage(PAGE, result.asked > 0 ? 'offer_made' : 'offer_to_nobody', { id });
  if (result.reason === 'not_found') throw notFound();
  return backToPage(PAGE, 'offer_too_late');
});
