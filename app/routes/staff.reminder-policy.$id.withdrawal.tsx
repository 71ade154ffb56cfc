import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { PolicyWithdrawalPage, type PolicyWithdrawalData } from '~/components/staff/policy-withdrawal-page';
import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { policyWords } from '~/i18n/pages/policy';

export const loader = allowStaff(['manager'], async ({ person, params, language, context }) => {
  const { kinds, zone, names } = await context.services.viewPolicies({ staff: person });
  const [found] = kinds.flatMap(({ kind, coming }) =>
    coming.filter(({ id }) => id === params.id).map((version) => ({ kind, version })),
  );
  if (!found) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  const page: PolicyWithdrawalData = { language, me, zone, names, ...found };
  return json(page);
});

export const action = allowStaff(['manager'], async ({ person, params, context }) => {
  const withdrawn = await context.services.withdrawPolicy({ staff: person, policyId: params.id ?? '' });
  return redirectWithin(`/staff/reminder-policy?done=${withdrawn ? 'withdrawn' : 'notWithdrawn'}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(policyWords.in(data.language).withdrawal.title(data.version.version), data.language) : [];

export default function StaffPolicyWithdrawal() {
  return <PolicyWithdrawalPage {...useLoaderData<typeof loader>()} />;
}
