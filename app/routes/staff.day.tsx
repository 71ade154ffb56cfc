import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { OfficeDayPage } from '~/components/staff/office-day-page';
import { allowStaff } from '~/http/allow.server';
import { DIARY_ROLES, noticeIn } from '~/http/staff-desk.server';
import { formatDate } from '~/i18n/format';
import { staffWords } from '~/i18n/pages/staff';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, url, context }) => {
  const day = await context.services.viewOfficeDay({
    staff: person,
    date: url.searchParams.get('date'),
    adviser: url.searchParams.get('adviser'),
  });
  const notice = noticeIn(url);
  const me = { firstName: person.firstName, lastName: person.lastName, role: person.role };
  return json({ language, day, notice, me }, { status: day.dateFault ? 400 : 200 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { day, language } = data;
  const title = staffWords.in(language).dayPage.title(formatDate(day.date, day.office.zone, language));
  return pageTitle(title, language, day.dateFault);
};

export default function StaffDay() {
  return <OfficeDayPage {...useLoaderData<typeof loader>()} />;
}
