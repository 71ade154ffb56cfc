import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { pageTitle } from '~/components/page-title';
import { StepForm } from '~/components/plan/step-form';
import { allowCustomer, type Visit } from '~/http/allow.server';
import { sentStep, stepKey, toPlan } from '~/http/plan-desk.server';
import { notFound } from '~/http/responses.server';
import { planWords } from '~/i18n/pages/plan';
import type { SignedInCustomer } from '~/services/sessions.server';

/** A step of one's own making; what was agreed with somebody is not to be rewritten alone. */
async function ownIdea(visit: Visit<SignedInCustomer>) {
  const view = await visit.context.services.viewOwnStep(stepKey(visit));
  if (!view?.step.ownIdea) throw notFound();
  return view;
}

export const loader = allowCustomer(async (visit) => {
  const { step, today } = await ownIdea(visit);
  return json({ language: visit.language, today, step });
});

export const action = allowCustomer(async (visit) => {
  const { step, today } = await ownIdea(visit);
  const read = await sentStep(visit.request, today, step.dueOn);
  if (!read.ok) return json(read, { status: 422 });
  const { action, dueOn } = read;
  const changed = await visit.context.services.rewriteOwnStep({ ...stepKey(visit), action, dueOn });
  if (!changed.ok) throw notFound();
  return toPlan('changed', step.id);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(planWords.in(data.language).form.changeTitle, data.language) : [];

export default function ChangeStep() {
  const { language, today, step } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  const words = planWords.in(language).form;
  const [year, month, day] = step.dueOn.split('-');
  const asItIs = { action: step.action, due: 'date', day: `${Number(day)}`, month: `${Number(month)}`, year };
  const base = `/plan/steps/${step.id}`;
  return (
    <>
      <StepForm
        language={language}
        title={words.changeTitle}
        action={`${base}/change`}
        back={base}
        submit={words.save}
        formId={null}
        values={again?.values ?? asItIs}
        faults={again?.errors ?? {}}
        today={today}
      />
      <form method="post" action={`${base}/removal`}>
        <Button classes="govuk-button--secondary">{words.remove}</Button>
      </form>
    </>
  );
}
