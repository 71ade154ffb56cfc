import * as v from 'valibot';
import { allowCustomer } from '~/http/allow.server';
import { parseAnswers } from '~/http/form-answers.server';
import { askWhoItIs } from '~/http/fresh-sign-in.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { badRequest } from '~/http/responses.server';

const form = v.object({ format: v.picklist(['json', 'html']) });

/** Gives nothing: the buttons are on the page before. */
export const loader = allowCustomer(() => redirectWithin('/details/download'));

/** The file with everything that is held about a customer. A POST, because that they took it is on record. */
export const action = allowCustomer(async (visit) => {
  const { person, request, context, language } = visit;
  await askWhoItIs(visit);
  const answers = await parseAnswers(request, form);
  if (!answers) throw badRequest();
  const { id: customerId, officeId } = person;
  const file = await context.services.downloadOwnData({ customerId, officeId, language, ...answers });
  return new Response(file.text, {
    headers: { 'Content-Type': file.type, 'Content-Disposition': `attachment; filename="${file.name}"` },
  });
});
