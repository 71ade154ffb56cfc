import { allowCustomer } from '~/http/allow.server';
import { confirm, ownDesk } from '~/http/appointment-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the button is on the appointment's page. */
export const loader = allowCustomer((visit) => redirectWithin(ownDesk(visit).page));

export const action = allowCustomer((visit) => confirm(ownDesk(visit), visit));
