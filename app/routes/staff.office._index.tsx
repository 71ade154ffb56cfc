import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { OfficePage } from '~/components/staff/office-page';
import { allowStaff } from '~/http/allow.server';
import { officeWords } from '~/i18n/pages/staff-office';

export const loader = allowStaff(['adviser', 'manager', 'administrator'], async ({ person, language, context }) => {
  const office = await context.services.viewOffice({ staff: person });
  const { firstName, lastName, role } = person;
  return json({ language, office, role, me: { firstName, lastName } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(officeWords.in(data.language).title, data.language) : [];

export default function Office() {
  return <OfficePage {...useLoaderData<typeof loader>()} />;
}
