import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { GoalNamePage } from '~/components/staff/goal-name-page';
import { allowStaff } from '~/http/allow.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { renameGoal, showGoal } from '~/http/staff-plan-desk.server';
import { staffPlanWords } from '~/i18n/pages/staff-plan';

export const loader = allowStaff(DIARY_ROLES, showGoal);

export const action = allowStaff(DIARY_ROLES, renameGoal);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(staffPlanWords.in(data.language).goals.renameTitle, data.language) : [];

export default function GoalName() {
  const answer = useActionData<typeof action>();
  return (
    <GoalNamePage
      {...useLoaderData<typeof loader>()}
      typed={answer?.typed ?? null}
      fault={answer?.errors.title ?? null}
    />
  );
}
