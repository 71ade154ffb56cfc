import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { RecordPage } from '~/components/staff/record-page';
import { allowStaff } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES, noticeIn } from '~/http/staff-desk.server';
import { recordWords } from '~/i18n/pages/record';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, params, url, context }) => {
  const record = await context.services.viewStaffCustomer({ staff: person, customerId: params.id ?? '' });
  if (!record) throw notFound();
  const journey = await context.services.viewJourney({ customerId: record.customer.id });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, record, journey, notice: noticeIn(url), me });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.record.customer;
  return pageTitle(recordWords.in(data.language).recordOf(`${firstName} ${lastName}`), data.language);
};

export default function StaffCustomer() {
  return <RecordPage {...useLoaderData<typeof loader>()} />;
}
