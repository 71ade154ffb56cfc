import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DETAILS_DONE, DetailsBanner } from '~/components/details/details-banner';
import { DetailsPage } from '~/components/details/details-page';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { detailsWords } from '~/i18n/pages/details';

export const loader = allowCustomer(async ({ person, context, language, url }) => {
  const view = await context.services.viewDetails({ customerId: person.id });
  const done = DETAILS_DONE.find((one) => one === url.searchParams.get('done')) ?? null;
  return json({ language, view, done });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(detailsWords.in(data.language).title, data.language) : [];

/** Everything that we know of somebody and that they may change. */
export default function Details() {
  const { language, view, done } = useLoaderData<typeof loader>();
  return (
    <>
      {done && <DetailsBanner done={done} view={view} language={language} />}
      <DetailsPage view={view} language={language} />
    </>
  );
}
