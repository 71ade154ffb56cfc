import { allowStaff } from '~/http/allow.server';
import { backToTheirFormats, takeLetterBackFrom } from '~/http/format-letters-desk.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: the button is on the page of their formats. */
export const loader = allowStaff(DIARY_ROLES, backToTheirFormats);

export const action = allowStaff(DIARY_ROLES, takeLetterBackFrom);
