import { allowLink } from '~/http/allow.server';
import { calendarFile, linkDesk } from '~/http/appointment-desk.server';

/** The linked appointment as a calendar file. */
export const loader = allowLink((visit) => calendarFile(linkDesk(visit), visit));
