import { allowStaff } from '~/http/allow.server';
import { backToKiosks, KIOSK_MANAGERS } from '~/http/kiosk-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';

/** Changes nothing: the button is beside each computer. */
export const loader = allowStaff(KIOSK_MANAGERS, () => redirectWithin('/staff/office/kiosks'));

/** Takes a computer out of use, at once. */
export const action = allowStaff(KIOSK_MANAGERS, async ({ person, params, context }) => {
  const id = params.id ?? '';
  if (!(await context.services.revokeKiosk({ staff: person, id }))) throw notFound();
  return backToKiosks('revoked', id);
});
