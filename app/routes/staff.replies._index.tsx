import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { RepliesPage } from '~/components/staff/replies-page';
import { replyNotice } from '~/domain/reply-notice';
import { allowStaff } from '~/http/allow.server';
import { DIARY_ROLES, idIn } from '~/http/staff-desk.server';
import { replyWords } from '~/i18n/pages/replies';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, url, context }) => {
  const page = await context.services.viewReplies({ staff: person, show: url.searchParams.get('show') });
  const done = replyNotice(url.searchParams.get('done'));
  const notice = done && { done, about: idIn(url, 'about') };
  const me = { firstName: person.firstName, lastName: person.lastName, role: person.role };
  return json({ language, page, notice, me });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(replyWords.in(data.language).title, data.language) : [];

export default function StaffReplies() {
  return <RepliesPage {...useLoaderData<typeof loader>()} />;
}
