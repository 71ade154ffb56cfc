import { allowLink } from '~/http/allow.server';
import { confirm, linkDesk } from '~/http/appointment-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: whoever comes here by the address bar belongs on the page with the button. */
export const loader = allowLink((visit) => redirectWithin(linkDesk(visit).page));

export const action = allowLink((visit) => confirm(linkDesk(visit), visit));
