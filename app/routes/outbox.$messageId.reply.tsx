import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { messageName } from '~/components/outbox/message-card';
import { MessagePage } from '~/components/outbox/message-page';
import { pageTitle } from '~/components/page-title';
import { allowOutbox } from '~/http/allow.server';
import { loadOutboxMessage } from '~/http/outbox-message.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';

export const loader = allowOutbox(loadOutboxMessage);

/** The visitor answers a text, as the customer would. */
export const action = allowOutbox(async ({ params, request, context }) => {
  const text = ((await readAnswers(request)).text ?? '').replaceAll('\0', '');
  const messageId = params.messageId ?? '';
  const answered = await context.services.replyFromOutbox({ messageId, text });
  if (answered.ok) return redirectWithin(`/outbox/${messageId}?done=replied`);
  if (answered.reason === 'not_found') throw notFound();
  const reason = answered.reason === 'empty' ? ('empty' as const) : ('tooLong' as const);
  return json({ errors: { text: reason }, text }, { status: 422 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(messageName(data.message, data.language), data.language) : [];

export default function ReplyToOutboxMessage() {
  const answer = useActionData<typeof action>();
  const fault = answer && { reason: answer.errors.text, text: answer.text };
  return <MessagePage {...useLoaderData<typeof loader>()} fault={fault} />;
}
