import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { SharingPage } from '~/components/details/sharing-page';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { detailsWords } from '~/i18n/pages/details';

export const loader = allowCustomer(async ({ person, context, language, url }) => {
  const view = await context.services.viewSharing({ customerId: person.id });
  const done = (['given', 'withdrawn'] as const).find((one) => one === url.searchParams.get('done')) ?? null;
  return json({ language, view, done });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(detailsWords.in(data.language).sharing.title, data.language) : [];

export default function DetailsSharing() {
  return <SharingPage {...useLoaderData<typeof loader>()} />;
}
