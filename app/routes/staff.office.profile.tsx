import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ProfilePage } from '~/components/staff/profile-page';
import { allowStaff } from '~/http/allow.server';
import { saveProfileFrom, showProfile } from '~/http/member-desk.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { memberWords } from '~/i18n/pages/staff-members';

export const loader = allowStaff(DIARY_ROLES, (visit) => showProfile(visit, visit.person.id));

export const action = allowStaff(DIARY_ROLES, (visit) =>
  saveProfileFrom(visit, visit.person.id, '/staff/office/profile'),
);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(memberWords.in(data.language).ownProfile, data.language) : [];

export default function OwnProfile() {
  const answer = useActionData<typeof action>();
  return <ProfilePage {...useLoaderData<typeof loader>()} answer={answer ?? null} action="/staff/office/profile" />;
}
