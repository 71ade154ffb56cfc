import { allowStaff } from '~/http/allow.server';
import { periodIn } from '~/http/channel-desk.server';
import { csvFile } from '~/http/responses.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';

/** The figures of the page as a file. There is nobody in it. */
export const loader = allowStaff(DIARY_ROLES, async ({ person, url, context }) =>
  csvFile(await context.services.exportChannels({ staff: person, period: periodIn(url) })),
);
