import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { TroublePage } from '~/components/staff/trouble-page';
import { troubleFilter } from '~/domain/messaging/trouble-view';
import { staffNotice } from '~/domain/staff-notice';
import { allowStaff } from '~/http/allow.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { troubleWords } from '~/i18n/pages/trouble';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, url, context }) => {
  const list = await context.services.viewTrouble({ staff: person, filter: troubleFilter(url.searchParams) });
  const { firstName, lastName, role } = person;
  const me = { firstName, lastName, role };
  return json({ language, list, notice: staffNotice(url.searchParams.get('done')), me });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(troubleWords.in(data.language).title, data.language) : [];

export default function StaffMessages() {
  return <TroublePage {...useLoaderData<typeof loader>()} />;
}
