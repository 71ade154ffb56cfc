import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { settleFrom } from '~/http/staff-profile-desk.server';

/** Changes nothing: whoever comes here by the address bar belongs on the day's page. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/day'));

export const action = allowStaff(DIARY_ROLES, (visit) => settleFrom(visit, true));
