import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { DiaryPage, diaryTitle } from '~/components/staff/diary-page';
import { allowStaff } from '~/http/allow.server';
import { DIARY_ROLES, noticeIn } from '~/http/staff-desk.server';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, url, context }) => {
  const view = await context.services.viewDiary({
    staff: person,
    week: url.searchParams.get('week'),
    date: url.searchParams.get('date'),
    adviser: url.searchParams.get('adviser'),
  });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, view, notice: noticeIn(url), me }, { status: view.weekFault ? 400 : 200 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(diaryTitle(data.view, data.language), data.language, data.view.weekFault) : [];

export default function StaffDiary() {
  return <DiaryPage {...useLoaderData<typeof loader>()} />;
}
