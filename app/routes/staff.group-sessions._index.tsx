import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { GroupSessionsPage } from '~/components/staff/group-sessions-page';
import { allowStaff } from '~/http/allow.server';
import { DIARY_ROLES, noticeIn } from '~/http/staff-desk.server';
import { groupWords } from '~/i18n/pages/staff-group-sessions';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, url, context }) => {
  const view = await context.services.viewGroupSessions({ staff: person, language });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, view, notice: noticeIn(url), me });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(groupWords.in(data.language).title, data.language) : [];

export default function GroupSessions() {
  return <GroupSessionsPage {...useLoaderData<typeof loader>()} />;
}
