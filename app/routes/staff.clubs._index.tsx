import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ClubsPage } from '~/components/staff/clubs-page';
import { allowStaff } from '~/http/allow.server';
import { CLUB_ROLES } from '~/http/kept-club-desk.server';
import { staffClubWords } from '~/i18n/pages/staff-clubs';

export const loader = allowStaff(CLUB_ROLES, async ({ person, language, context }) => {
  const view = await context.services.viewStaffClubs({ staff: person });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, view, isOrganiser: person.role === 'organiser', me });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(staffClubWords.in(data.language).title, data.language) : [];

export default function StaffClubs() {
  return <ClubsPage {...useLoaderData<typeof loader>()} />;
}
