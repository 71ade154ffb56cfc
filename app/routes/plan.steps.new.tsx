import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { StepForm } from '~/components/plan/step-form';
import { allowCustomer } from '~/http/allow.server';
import { sentStep, toPlan } from '~/http/plan-desk.server';
import { badRequest } from '~/http/responses.server';
import { planWords } from '~/i18n/pages/plan';

export const loader = allowCustomer(async ({ person, context, language }) => {
  const { today } = await context.services.viewPlan({ customerId: person.id });
  return json({ language, today, formId: context.services.newFormId() });
});

export const action = allowCustomer(async ({ person, request, context }) => {
  const { today } = await context.services.viewPlan({ customerId: person.id });
  const read = await sentStep(request, today);
  if (!read.ok) return json(read, { status: 422 });
  const { action, dueOn, form: stepId } = read;
  if (stepId === '') throw badRequest();
  await context.services.addOwnStep({
    ...{ customerId: person.id, helpId: person.help?.id ?? null, stepId, action, dueOn },
  });
  return toPlan('added', stepId);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(planWords.in(data.language).form.title, data.language) : [];

export default function NewStep() {
  const { language, today, formId } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const words = planWords.in(language).form;
  return (
    <StepForm
      language={language}
      title={words.title}
      action="/plan/steps/new"
      back="/plan"
      submit={words.submit}
      formId={again?.form || formId}
      values={again?.values ?? {}}
      faults={again?.errors ?? {}}
      today={today}
    />
  );
}
