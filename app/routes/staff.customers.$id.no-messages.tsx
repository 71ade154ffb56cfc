import { allowStaff } from '~/http/allow.server';
import { setCare } from '~/http/care-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: whoever comes here by the address bar belongs on the day's page. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/day'));

export const action = allowStaff(DIARY_ROLES, (visit) =>
  setCare(visit, 'noMessages', { yes: 'no_messages_on', no: 'no_messages_off' }),
);
