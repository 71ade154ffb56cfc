import { allowAnyone } from '~/http/allow.server';
import { finishHere } from '~/http/finish-here.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the button is on the start page. */
export const loader = allowAnyone(() => redirectWithin('/kiosk'));

/** Locks this computer. Whoever is there may: it takes nothing from anybody. */
export const action = allowAnyone(async ({ request, kiosk, context }) => {
  if (!kiosk) return redirectWithin('/kiosk');
  await context.services.lockKiosk({ id: kiosk.id, officeId: kiosk.officeId, staff: null });
  return finishHere(request, context, '/kiosk');
});
