import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { JourneyPage } from '~/components/journey/journey-page';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { journeyWords } from '~/i18n/pages/journey';

export const loader = allowCustomer(async ({ person, context, language }) => {
  const journey = await context.services.viewJourney({ customerId: person.id });
  return json({ language, journey });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(journeyWords.in(data.language).title, data.language) : [];

export default function OwnJourney() {
  return <JourneyPage {...useLoaderData<typeof loader>()} />;
}
