import { allowCustomer } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the button is beside each message that can be taken back. */
export const loader = allowCustomer(() => redirectWithin('/adviser/messages'));

/** Pressed twice it says the same: what is taken back leaves nothing behind to be found again. */
export const action = allowCustomer(async ({ person, request, context }) => {
  const { entry = '' } = await readAnswers(request);
  const found = await context.services.takeBackEntry({ customerId: person.id, entryId: entry });
  return redirectWithin(`/adviser/messages?done=${found === 'read' ? 'read_already' : 'taken_back'}`);
});
