import { allowStaff } from '~/http/allow.server';
import { undoFrom } from '~/http/passing-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the button is where customers were passed on. */
export const loader = allowStaff(['manager'], () => redirectWithin('/staff/customers/transfer'));

export const action = allowStaff(['manager'], undoFrom);
