import { allowCustomer } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the button is on the page about the calendar. */
export const loader = allowCustomer(() => redirectWithin('/calendar'));

/** No feed any more. */
export const action = allowCustomer(async ({ person, context }) => {
  await context.services.endCalendarFeed({ customerId: person.id });
  return redirectWithin('/calendar?done=ended');
});
