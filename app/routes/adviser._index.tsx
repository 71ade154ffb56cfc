import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AdviserPage } from '~/components/adviser/adviser-page';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { adviserWords } from '~/i18n/pages/adviser';

export const loader = allowCustomer(async ({ person, context, language }) => {
  const view = await context.services.viewAdviser({ customerId: person.id });
  return json({ language, view });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(adviserWords.in(data.language).title, data.language) : [];

export default function Adviser() {
  return <AdviserPage {...useLoaderData<typeof loader>()} />;
}
