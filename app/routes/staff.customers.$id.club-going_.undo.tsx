import { allowStaff } from '~/http/allow.server';
import { takeOff } from '~/http/club-going-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: the button is beside the session. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/customers'));

export const action = allowStaff(DIARY_ROLES, takeOff);
