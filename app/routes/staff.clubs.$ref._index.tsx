import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ClubRecordPage } from '~/components/staff/club-record-page';
import { allowStaff } from '~/http/allow.server';
import { CLUB_ROLES, clubDoneIn } from '~/http/kept-club-desk.server';
import { notFound } from '~/http/responses.server';

export const loader = allowStaff(CLUB_ROLES, async ({ person, language, params, url, context }) => {
  const view = await context.services.viewStaffClub({ staff: person, ref: params.ref ?? '' });
  if (!view) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, view, formId: context.services.newFormId(), done: clubDoneIn(url), me });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(data.view.club.name, data.language) : [];

export default function StaffClub() {
  return <ClubRecordPage {...useLoaderData<typeof loader>()} />;
}
