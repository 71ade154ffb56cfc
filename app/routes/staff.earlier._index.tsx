import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { EarlierPage } from '~/components/staff/earlier-page';
import { allowStaff } from '~/http/allow.server';
import { DIARY_ROLES, noticeIn } from '~/http/staff-desk.server';
import { staffEarlierWords } from '~/i18n/pages/staff-earlier';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, url, context }) => {
  const view = await context.services.viewEarlier({ staff: person });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, view, notice: noticeIn(url), me });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(staffEarlierWords.in(data.language).title, data.language) : [];

export default function EarlierTimes() {
  return <EarlierPage {...useLoaderData<typeof loader>()} />;
}
