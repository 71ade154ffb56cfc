import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { SharedPlansPage } from '~/components/staff/shared-plans-page';
import { allowStaff } from '~/http/allow.server';
import { sharedPlanWords } from '~/i18n/pages/staff-shared-plans';

/** For people of a partner: the plans that customers have agreed to show them. */
export const loader = allowStaff(['partner'], async ({ person, url, language, context }) => {
  const page = /^\d{1,4}$/.exec(url.searchParams.get('page') ?? '1');
  const typed = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
  const view = await context.services.viewSharedPlans({ staff: person, page: Number(page?.[0] ?? 1), typed });
  return json({ language, view, me: { firstName: person.firstName, lastName: person.lastName } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(sharedPlanWords.in(data.language).title, data.language) : [];

export default function SharedPlans() {
  return <SharedPlansPage {...useLoaderData<typeof loader>()} />;
}
