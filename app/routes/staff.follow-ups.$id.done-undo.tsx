import { allowStaff } from '~/http/allow.server';
import { reopenOne } from '~/http/follow-up-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: whoever comes here by the address bar belongs on the list. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/follow-ups'));

export const action = allowStaff(DIARY_ROLES, reopenOne);
