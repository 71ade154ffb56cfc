import { useActionData, useLoaderData } from '@remix-run/react';
import type { MetaFunction } from '@remix-run/node';
import { pageTitle } from '~/components/page-title';
import { StepPage } from '~/components/plan/step-page';
import { allowCustomer } from '~/http/allow.server';
import { answerStep, showStep } from '~/http/plan-desk.server';

export const loader = allowCustomer(showStep);

export const action = allowCustomer((visit) => answerStep(visit, 'reopened'));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(data.view.step.action, data.language) : [];

export default function StepReopening() {
  const answer = useActionData<typeof action>();
  return <StepPage {...useLoaderData<typeof loader>()} fault={answer?.errors} />;
}
