import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ReminderWish } from '~/components/plan/reminder-wish';
import { STEP_REMINDER_DAYS } from '~/domain/plan/step-reminder';
import { allowCustomer } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { planWords } from '~/i18n/pages/plan';

export const loader = allowCustomer(async ({ person, context, language }) => {
  const { reminders } = await context.services.viewPlan({ customerId: person.id });
  return json({ language, values: { on: reminders.on ? 'yes' : 'no', days: `${reminders.days}` } });
});

export const action = allowCustomer(async ({ person, request, context }) => {
  const { on, days } = await readAnswers(request);
  const daysBefore = STEP_REMINDER_DAYS.find((known) => `${known}` === days);
  const faults = [
    ...(on === 'yes' || on === 'no' ? [] : (['on'] as const)),
    // Whoever wants none does not have to say when.
    ...(daysBefore !== undefined || on === 'no' ? [] : (['days'] as const)),
  ];
  if (faults.length > 0) return json({ errors: faults, values: { on, days } }, { status: 422 });
  const wish = { on: on === 'yes', daysBefore: daysBefore ?? STEP_REMINDER_DAYS[0] };
  await context.services.setStepReminders({ customerId: person.id, ...wish });
  return redirectWithin('/plan?done=reminders');
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(planWords.in(data.language).wish.title, data.language) : [];

export default function PlanReminders() {
  const { language, values } = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  return <ReminderWish language={language} values={again?.values ?? values} faults={again?.errors ?? []} />;
}
