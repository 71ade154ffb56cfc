import { allowCustomer } from '~/http/allow.server';
import { changeKey } from '~/http/contact-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound, tooMany } from '~/http/responses.server';

/** Changes nothing: the button is on the page that asks for the code. */
export const loader = allowCustomer(({ params }) =>
  redirectWithin(`/details/contact-changes/${encodeURIComponent(params.id ?? '')}`),
);

/** Sends another code for a change that waits. */
export const action = allowCustomer(async (visit) => {
  const key = changeKey(visit);
  const sent = await visit.context.services.sendChangeCodeAgain(key);
  if (sent.reason === 'not_found') throw notFound();
  if (sent.reason === 'too_many') throw tooMany();
  return redirectWithin(`/details/contact-changes/${key.changeId}?done=again`);
});
