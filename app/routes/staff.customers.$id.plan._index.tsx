import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { StaffPlanPage } from '~/components/staff/plan-page';
import { allowStaff } from '~/http/allow.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { showStaffPlan } from '~/http/staff-plan-desk.server';
import { staffPlanWords } from '~/i18n/pages/staff-plan';

export const loader = allowStaff(DIARY_ROLES, showStaffPlan);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(staffPlanWords.in(data.language).title(data.view.customer.firstName), data.language) : [];

export default function StaffPlan() {
  return <StaffPlanPage {...useLoaderData<typeof loader>()} />;
}
