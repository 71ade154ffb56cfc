import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { askLater, SIGNPOST_ROLES } from '~/http/signpost-desk.server';

/** Changes nothing: the buttons are on the pages of those they are about. */
export const loader = allowStaff(SIGNPOST_ROLES, () => redirectWithin('/staff/customers'));

export const action = allowStaff(SIGNPOST_ROLES, askLater);
