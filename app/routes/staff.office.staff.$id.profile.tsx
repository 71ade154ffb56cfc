import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ProfilePage, profileTitle } from '~/components/staff/profile-page';
import { allowStaff } from '~/http/allow.server';
import { saveProfileFrom, showProfile } from '~/http/member-desk.server';
import { SETTING_ROLES } from '~/http/settings-desk.server';

export const loader = allowStaff(SETTING_ROLES, (visit) => showProfile(visit, visit.params.id ?? ''));

export const action = allowStaff(SETTING_ROLES, (visit) => {
  const id = visit.params.id ?? '';
  return saveProfileFrom(visit, id, `/staff/office/staff/${id}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(profileTitle(data, data.language), data.language) : [];

export default function MemberProfile() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ProfilePage {...data} answer={answer ?? null} action={`/staff/office/staff/${data.profile.member.id}/profile`} />
  );
}
