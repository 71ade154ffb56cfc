import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { FollowUpsPage } from '~/components/staff/follow-ups-page';
import { allowStaff } from '~/http/allow.server';
import { showFollowUps } from '~/http/follow-up-desk.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { followUpWords } from '~/i18n/pages/staff-follow-ups';

export const loader = allowStaff(DIARY_ROLES, showFollowUps);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(followUpWords.in(data.language).title, data.language) : [];

export default function FollowUps() {
  return <FollowUpsPage {...useLoaderData<typeof loader>()} fault={null} />;
}
