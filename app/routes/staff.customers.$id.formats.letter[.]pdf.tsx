import { allowStaff } from '~/http/allow.server';
import { showLetter } from '~/http/format-letters-desk.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';

/** A letter as it would be printed. Changes nothing but the record of who saw it. */
export const loader = allowStaff(DIARY_ROLES, showLetter);
