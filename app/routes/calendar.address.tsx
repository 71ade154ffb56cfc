import { allowCustomer } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the button is on the page about the calendar. */
export const loader = allowCustomer(() => redirectWithin('/calendar'));

/** A private address, the first or another one: the one before then leads nowhere. */
export const action = allowCustomer(async ({ person, context }) => {
  await context.services.makeCalendarFeed({ customerId: person.id });
  return redirectWithin('/calendar?done=made');
});
