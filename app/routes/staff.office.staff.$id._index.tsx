import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { MEMBER_NOTICES, MemberPage } from '~/components/staff/member-page';
import { allowStaff } from '~/http/allow.server';
import { showMember } from '~/http/member-desk.server';
import { SETTING_ROLES } from '~/http/settings-desk.server';
import { staffWords } from '~/i18n/pages/staff';

export const loader = allowStaff(SETTING_ROLES, async (visit) => {
  const done = MEMBER_NOTICES.find((one) => one === visit.url.searchParams.get('done')) ?? null;
  return json({ ...(await showMember(visit)), done });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.shown.member;
  return pageTitle(staffWords.in(data.language).name(firstName, lastName), data.language);
};

export default function Member() {
  return <MemberPage {...useLoaderData<typeof loader>()} />;
}
