import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { NewStepPage } from '~/components/staff/new-step-page';
import { allowStaff } from '~/http/allow.server';
import { addStep, showNewStep } from '~/http/new-step-desk.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { staffPlanWords } from '~/i18n/pages/staff-plan';

export const loader = allowStaff(DIARY_ROLES, showNewStep);

export const action = allowStaff(DIARY_ROLES, addStep);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(staffPlanWords.in(data.language).newStep.title(data.view.customer.firstName), data.language) : [];

export default function StaffNewStep() {
  const shown = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <NewStepPage
      {...shown}
      chosen={shown.chosen && !answer}
      values={answer?.values ?? shown.values}
      form={answer?.form ?? shown.form}
      faults={answer && 'errors' in answer ? answer.errors : {}}
      advice={answer && 'advice' in answer ? answer.advice : null}
    />
  );
}
