import { allowAnyone } from '~/http/allow.server';
import { finishHere } from '~/http/finish-here.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the button is at the top of every page. */
export const loader = allowAnyone(() => redirectWithin('/kiosk'));

/** "Finish and clear": the person is signed out, and nothing of theirs is left. */
export const action = allowAnyone(({ request, kiosk, context }) =>
  kiosk ? finishHere(request, context) : redirectWithin('/kiosk'),
);
