import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { PlanPage } from '~/components/plan/plan-page';
import { stepHints } from '~/domain/plan/step-hints';
import { daysBetween } from '~/domain/time/wall-clock';
import { allowCustomer } from '~/http/allow.server';
import { planNoticeIn } from '~/http/plan-desk.server';
import { planWords } from '~/i18n/pages/plan';

export const loader = allowCustomer(async ({ person, context, language, url }) => {
  const plan = await context.services.viewPlan({ customerId: person.id });
  const said = planNoticeIn(url);
  const written = said && (said.done === 'added' || said.done === 'changed');
  const step = written ? plan.loose.find(({ id, ownIdea }) => ownIdea && id === said.stepId) : undefined;
  const hints = step ? stepHints(step.action, daysBetween(plan.today, step.dueOn)) : [];
  return json({ language, plan, notice: said && { ...said, hints } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(planWords.in(data.language).title, data.language) : [];

export default function OwnPlan() {
  return <PlanPage {...useLoaderData<typeof loader>()} />;
}
