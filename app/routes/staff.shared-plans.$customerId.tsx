import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { SharedPlanPage } from '~/components/staff/shared-plan-page';
import { allowStaff } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { sharedPlanWords } from '~/i18n/pages/staff-shared-plans';

/** One plan, for somebody of a partner that its owner agrees may see it, now. */
export const loader = allowStaff(['partner'], async ({ person, params, language, context }) => {
  const view = await context.services.viewSharedPlan({ staff: person, customerId: params.customerId ?? '' });
  if (!view) throw notFound();
  return json({ language, view, me: { firstName: person.firstName, lastName: person.lastName } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(sharedPlanWords.in(data.language).planTitle(data.view.customer.firstName), data.language) : [];

export default function SharedPlan() {
  return <SharedPlanPage {...useLoaderData<typeof loader>()} />;
}
