import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { CapabilityPage } from '~/components/staff/capability-page';
import { allowStaff } from '~/http/allow.server';
import { DIARY_ROLES, noticeIn } from '~/http/staff-desk.server';
import { decideFrom, deskOf, PROFILE_ROLES } from '~/http/staff-profile-desk.server';
import { staffProfileWords } from '~/i18n/pages/staff-profile';
import { staffWords } from '~/i18n/pages/staff';

export const loader = allowStaff(PROFILE_ROLES, async (visit) => {
  const { person, language, url } = visit;
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, me, view: await deskOf(visit), notice: noticeIn(url) });
});

/** Confirms what is recommended, or decides otherwise. */
export const action = allowStaff(DIARY_ROLES, decideFrom);

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.view.customer;
  const name = staffWords.in(data.language).name(firstName, lastName);
  return pageTitle(staffProfileWords.in(data.language).title(name), data.language);
};

export default function StaffProfile() {
  const answer = useActionData<typeof action>();
  return <CapabilityPage {...useLoaderData<typeof loader>()} answer={answer ?? null} />;
}
