import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NearMePage } from '~/components/near-me/near-me-page';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { idIn } from '~/http/staff-desk.server';
import { nearMeWords } from '~/i18n/pages/near-me';

export const loader = allowCustomer(async ({ person, language, url, context }) => {
  const view = await context.services.viewNearMe({ customerId: person.id, language });
  const done = (['chosen', 'back'] as const).find((one) => one === url.searchParams.get('done')) ?? null;
  return json({ language, view, done, about: idIn(url, 'about') });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(nearMeWords.in(data.language).title, data.language) : [];

export default function NearMe() {
  return <NearMePage {...useLoaderData<typeof loader>()} />;
}
