import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OwnMessagesPage } from '~/components/appointment/own-messages';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { ownMessagesWords } from '~/i18n/pages/own-messages';

/** One's own appointment, whatever became of it; behind a text message's link there is no such page. */
export const loader = allowCustomer(async ({ person, language, params, context }) => {
  const view = await context.services.viewOwnMessages({ customerId: person.id, appointmentId: params.id ?? '' });
  if (!view) throw notFound();
  return json({ language, view, back: `/appointments/${encodeURIComponent(params.id ?? '')}` });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(ownMessagesWords.in(data.language).title, data.language) : [];

export default function OwnMessages() {
  return <OwnMessagesPage {...useLoaderData<typeof loader>()} />;
}
