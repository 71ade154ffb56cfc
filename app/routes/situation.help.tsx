import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { LocalHelp } from '~/components/situation/local-help';
import { allowCustomer } from '~/http/allow.server';
import { situationWords } from '~/i18n/pages/situation';

export const loader = allowCustomer(async ({ person, language, url, context }) => {
  const view = await context.services.viewLocalHelp({ customerId: person.id, language });
  return json({ language, view, saved: url.searchParams.get('done') === 'saved' });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(situationWords.in(data.language).help.title, data.language) : [];

export default function SituationHelp() {
  return <LocalHelp {...useLoaderData<typeof loader>()} />;
}
