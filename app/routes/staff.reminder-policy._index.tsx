import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { PoliciesPage, POLICY_NOTICES } from '~/components/staff/policies-page';
import { allowStaff } from '~/http/allow.server';
import { policyWords } from '~/i18n/pages/policy';

export const loader = allowStaff(['manager'], async ({ person, language, url, context }) => {
  const policies = await context.services.viewPolicies({ staff: person });
  const notice = POLICY_NOTICES.find((one) => one === url.searchParams.get('done')) ?? null;
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, policies, me, notice });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(policyWords.in(data.language).title, data.language) : [];

export default function StaffReminderPolicy() {
  return <PoliciesPage {...useLoaderData<typeof loader>()} />;
}
