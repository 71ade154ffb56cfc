import { allowCustomer } from '~/http/allow.server';
import { confirm, ownDesk } from '~/http/appointment-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the button is on the first page. */
export const loader = allowCustomer(() => redirectWithin('/'));

export const action = allowCustomer((visit) => confirm(ownDesk(visit), visit));
