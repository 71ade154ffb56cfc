import { allowStaff } from '~/http/allow.server';
import { press, toItsVisit } from '~/http/desk.server';
import { CARD_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: the button is at the visit. */
export const loader = allowStaff(CARD_ROLES, toItsVisit);

/** The customer is asked once more. */
export const action = allowStaff(
  CARD_ROLES,
  press(({ context }, on) => context.services.askAgainAtVisit(on), 'asked_again'),
);
