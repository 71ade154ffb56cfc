import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { CustomerFormatsPage } from '~/components/staff/customer-formats-page';
import { allowStaff } from '~/http/allow.server';
import { formatNoticeIn, lookerOf } from '~/http/format-desk.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { formatWords } from '~/i18n/pages/formats';
import { staffWords } from '~/i18n/pages/staff';

export const loader = allowStaff(DIARY_ROLES, async ({ person, params, language, url, context }) => {
  const view = await context.services.viewCustomerFormats({ staff: person, customerId: params.id ?? '' });
  if (!view) throw notFound();
  return json({ language, view, notice: formatNoticeIn(url), me: lookerOf(person) });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.view.customer;
  const name = staffWords.in(data.language).name(firstName, lastName);
  return pageTitle(formatWords.in(data.language).customer.title(name), data.language);
};

export default function CustomerFormats() {
  return <CustomerFormatsPage {...useLoaderData<typeof loader>()} />;
}
