import { allowStaff } from '~/http/allow.server';
import { backToKiosks, KIOSK_OPENERS } from '~/http/kiosk-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';

/** Changes nothing: the button is beside each computer that is open. */
export const loader = allowStaff(KIOSK_OPENERS, () => redirectWithin('/staff/kiosk-pin'));

/** Locks a computer of the office from afar; whoever sits at it is signed out. */
export const action = allowStaff(KIOSK_OPENERS, async ({ person, params, context }) => {
  const id = params.id ?? '';
  const locked = await context.services.lockKiosk({ id, officeId: person.officeId, staff: person });
  if (!locked) throw notFound();
  return backToKiosks('locked', id, '/staff/kiosk-pin');
});
