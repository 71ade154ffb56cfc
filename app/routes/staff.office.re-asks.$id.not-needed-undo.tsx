import { allowStaff } from '~/http/allow.server';
import { neededAfterAll, REASKS_PATH } from '~/http/reask-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: the button is beside each entry. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin(REASKS_PATH));

export const action = allowStaff(DIARY_ROLES, neededAfterAll);
