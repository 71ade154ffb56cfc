import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { CustomersPage } from '~/components/staff/customers-page';
import { caseloadFilter } from '~/domain/adviser/caseload-view';
import { allowStaff } from '~/http/allow.server';
import { CARD_ROLES } from '~/http/staff-desk.server';
import { customersWords } from '~/i18n/pages/customers';

/** Advisers and managers find a customer and see who needs them; digital champions find whom they hand a card. */
export const loader = allowStaff(CARD_ROLES, async ({ person, language, url, context }) => {
  const { services } = context;
  const typed = url.searchParams.get('q');
  const mayOpen = person.role === 'adviser' || person.role === 'manager';
  const search = typed === null ? null : await services.searchCustomers({ staff: person, text: typed });
  const filter = caseloadFilter(url.searchParams, person.role === 'manager' ? 'all' : 'me');
  const caseload = search || !mayOpen ? null : await services.viewCaseload({ staff: person, filter });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, me, search, caseload, mayOpen, mayPassOn: person.role === 'manager' });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const words = customersWords.in(data.language);
  // What was typed belongs to somebody: it stays out of the browser's list of titles.
  return pageTitle(data.search ? words.search.label : words.title, data.language);
};

export default function Customers() {
  return <CustomersPage {...useLoaderData<typeof loader>()} />;
}
