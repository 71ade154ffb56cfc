import { allowCustomer } from '~/http/allow.server';
import { calendarFile, ownDesk } from '~/http/appointment-desk.server';

/** One's own appointment as a calendar file. */
export const loader = allowCustomer((visit) => calendarFile(ownDesk(visit), visit));
