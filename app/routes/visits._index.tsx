import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { OwnVisitPage } from '~/components/visit/own-visit-page';
import { visitNotice } from '~/domain/assisted/visit-notice';
import { allowCustomer } from '~/http/allow.server';
import { visitWords } from '~/i18n/pages/visit';

export const loader = allowCustomer(async ({ person, language, url, context }) => {
  const visit = await context.services.viewOwnVisit({ customerId: person.id, officeId: person.officeId });
  return json({ language, visit, notice: visitNotice(url.searchParams.get('done')), helped: person.help !== null });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(visitWords.in(data.language).title, data.language) : [];

export default function OwnVisit() {
  return <OwnVisitPage {...useLoaderData<typeof loader>()} />;
}
