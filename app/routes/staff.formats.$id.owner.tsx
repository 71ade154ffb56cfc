import { allowStaff } from '~/http/allow.server';
import { takeRequestFrom } from '~/http/format-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: the button is beside each request. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/formats'));

export const action = allowStaff(DIARY_ROLES, takeRequestFrom);
