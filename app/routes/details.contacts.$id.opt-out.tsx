import * as v from 'valibot';
import { allowCustomer } from '~/http/allow.server';
import { parseAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { badRequest, notFound } from '~/http/responses.server';

const form = v.object({ channel: v.picklist(['sms', 'email', 'voice']), on: v.picklist(['yes', 'no']) });

/** Changes nothing: the buttons are on the page with the preferences. */
export const loader = allowCustomer(() => redirectWithin('/details/contact-preferences'));

/** Turns messages to one's own number or address on or off. */
export const action = allowCustomer(async ({ person, params, request, context }) => {
  const answers = await parseAnswers(request, form);
  if (!answers) throw badRequest();
  const what = { channel: answers.channel, on: answers.on === 'yes' };
  const set = await context.services.setOwnOptOut({ customerId: person.id, contactPointId: params.id ?? '', ...what });
  if (!set.ok && set.reason === 'not_found') throw notFound();
  // What a text has ended only a text begins again; the page says how.
  return redirectWithin(`/details/contact-preferences${set.ok ? '?done=switched' : ''}`);
});
