import { CALL_ENDINGS } from '~/domain/messaging/call-ending';
import { allowOutbox } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { notFound } from '~/http/responses.server';
import { redirectWithin } from '~/http/redirect-within.server';

/** Changes nothing: the buttons are on the message's own page. */
export const loader = allowOutbox(({ params }) =>
  redirectWithin(`/outbox/${encodeURIComponent(params.messageId ?? '')}`),
);

/** The visitor says, as the network would, whether the message arrived, or what became of a voice call. */
export const action = allowOutbox(async ({ params, request, context }) => {
  const status = (await readAnswers(request)).status;
  const messageId = params.messageId ?? '';
  const ending = CALL_ENDINGS.find((one) => one === status);
  if (ending) {
    const taken = await context.services.takeCallFromOutbox({ messageId, ending });
    if (!taken.ok) throw notFound();
    return redirectWithin(`/outbox/${messageId}?done=called`);
  }
  if (status !== 'delivered' && status !== 'undelivered') throw new Response(null, { status: 400 });
  const answered = await context.services.reportFromOutbox({ messageId, status });
  if (!answered.ok) throw notFound();
  return redirectWithin(`/outbox/${messageId}?done=${status}`);
});
