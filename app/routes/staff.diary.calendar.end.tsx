import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: the button is on the page about the calendar. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/diary/calendar'));

/** No feed any more. */
export const action = allowStaff(DIARY_ROLES, async ({ person, context }) => {
  await context.services.endDiaryFeed({ staff: person });
  return redirectWithin('/staff/diary/calendar?done=ended');
});
