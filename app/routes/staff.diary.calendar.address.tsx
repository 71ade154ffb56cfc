import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';

/** Changes nothing: the button is on the page about the calendar. */
export const loader = allowStaff(DIARY_ROLES, () => redirectWithin('/staff/diary/calendar'));

/** A private address, the first or another one: the one before then leads nowhere. */
export const action = allowStaff(DIARY_ROLES, async ({ person, context }) => {
  await context.services.makeDiaryFeed({ staff: person });
  return redirectWithin('/staff/diary/calendar?done=made');
});
