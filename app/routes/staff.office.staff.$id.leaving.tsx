import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { LeavingPage } from '~/components/staff/leaving-page';
import { allowStaff } from '~/http/allow.server';
import { showMember, showMemberToManage } from '~/http/member-desk.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { SETTING_ROLES } from '~/http/settings-desk.server';
import { memberWords } from '~/i18n/pages/staff-members';
import { staffWords } from '~/i18n/pages/staff';

export const loader = allowStaff(SETTING_ROLES, async (visit) => json(await showMemberToManage(visit)));

export const action = allowStaff(SETTING_ROLES, async (visit) => {
  const { shown } = await showMember(visit);
  const { id } = shown.member;
  const left = await visit.context.services.letLeave({ staff: visit.person, id });
  if (left.ok) return redirectWithin(`/staff/office/staff/${id}?done=left`);
  if (left.reason === 'not_found' || left.reason === 'problems') throw notFound();
  return json({ errors: { bar: left.reason } }, { status: 422 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.shown.member;
  const name = staffWords.in(data.language).name(firstName, lastName);
  return pageTitle(memberWords.in(data.language).leavingTitle(name), data.language);
};

export default function Leaving() {
  const answer = useActionData<typeof action>();
  return <LeavingPage {...useLoaderData<typeof loader>()} bar={answer?.errors.bar ?? null} />;
}
