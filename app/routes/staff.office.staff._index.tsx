import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { StaffListPage } from '~/components/staff/staff-list-page';
import { allowStaff } from '~/http/allow.server';
import { SETTING_ROLES } from '~/http/settings-desk.server';
import { memberWords } from '~/i18n/pages/staff-members';

export const loader = allowStaff(SETTING_ROLES, async ({ person, language, context }) => {
  const shown = await context.services.viewOfficeStaff({ staff: person });
  return json({ language, shown, me: { firstName: person.firstName, lastName: person.lastName } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(memberWords.in(data.language).title, data.language) : [];

export default function OfficeStaff() {
  return <StaffListPage {...useLoaderData<typeof loader>()} />;
}
