import { allowOutbox } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { notFound } from '~/http/responses.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the buttons are on the message's own page. */
export const loader = allowOutbox(({ params }) =>
  redirectWithin(`/outbox/${encodeURIComponent(params.messageId ?? '')}`),
);

/** The visitor says, as the network would, whether the message arrived. */
export const action = allowOutbox(async ({ params, request, context }) => {
  const status = (await readAnswers(request)).status;
  if (status !== 'delivered' && status !== 'undelivered') throw new Response(null, { status: 400 });
  const messageId = params.messageId ?? '';
  const answered = await context.services.reportFromOutbox({ messageId, status });
  if (!answered.ok) throw notFound();
  return redirectWithin(`/outbox/${messageId}?done=${status}`);
});
