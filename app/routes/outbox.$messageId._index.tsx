import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { messageName } from '~/components/outbox/message-card';
import { MessagePage } from '~/components/outbox/message-page';
import { pageTitle } from '~/components/page-title';
import { allowOutbox } from '~/http/allow.server';
import { loadOutboxMessage } from '~/http/outbox-message.server';

const DONE = ['delivered', 'undelivered', 'replied', 'called'] as const;

export const loader = allowOutbox(async (visit) => ({
  ...(await loadOutboxMessage(visit)),
  done: DONE.find((done) => done === visit.url.searchParams.get('done')) ?? null,
}));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(messageName(data.message, data.language), data.language) : [];

export default function OutboxMessage() {
  return <MessagePage {...useLoaderData<typeof loader>()} />;
}
