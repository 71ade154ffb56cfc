import { allowCustomer } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { instantIn } from '~/http/journal-form.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the button is below the messages. */
export const loader = allowCustomer(() => redirectWithin('/adviser/messages'));

/** "I've read this", up to the newest that was on the page. */
export const action = allowCustomer(async ({ person, request, context }) => {
  const { until } = await readAnswers(request);
  await context.services.markJournalRead({ customerId: person.id, until: instantIn(until) });
  return redirectWithin('/adviser/messages?done=read');
});
