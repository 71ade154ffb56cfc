import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { CallListPage } from '~/components/staff/call-list-page';
import { staffNotice } from '~/domain/staff-notice';
import { allowStaff } from '~/http/allow.server';
import { DIARY_ROLES, idIn } from '~/http/staff-desk.server';
import { callWords } from '~/i18n/pages/calls';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, url, context }) => {
  const list = await context.services.viewCallList({ staff: person, show: url.searchParams.get('show') });
  const done = staffNotice(url.searchParams.get('done'));
  const notice = done && { done, about: idIn(url, 'about'), undo: idIn(url, 'undo') };
  const { id, firstName, lastName } = person;
  return json({ language, list, notice, me: { id, firstName, lastName } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(callWords.in(data.language).title, data.language) : [];

export default function StaffCalls() {
  return <CallListPage {...useLoaderData<typeof loader>()} />;
}
