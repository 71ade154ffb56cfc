import { allowStaff } from '~/http/allow.server';
import { contactsDesk } from '~/http/contacts-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { CARD_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: whoever comes here by the address bar belongs on the first page of their work. */
export const loader = allowStaff(CARD_ROLES, () => redirectWithin('/staff'));

/** Puts a contact back that was taken off the record. */
export const action = allowStaff(CARD_ROLES, (visit) => contactsDesk(visit, { stands: true }, 'contact_restored'));
