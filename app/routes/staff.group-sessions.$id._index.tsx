import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { GroupSessionPage } from '~/components/staff/group-session-page';
import { allowStaff } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES, noticeIn } from '~/http/staff-desk.server';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, params, url, context }) => {
  const find = (url.searchParams.get('find') ?? '').trim().slice(0, 80);
  const view = await context.services.viewGroupSession({ staff: person, sessionId: params.id ?? '', language, find });
  if (!view) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, view, find, notice: noticeIn(url), me });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? pageTitle(data.view.title, data.language) : []);

export default function GroupSession() {
  return <GroupSessionPage {...useLoaderData<typeof loader>()} />;
}
