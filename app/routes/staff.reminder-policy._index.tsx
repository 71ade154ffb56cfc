import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { PoliciesPage, POLICY_NOTICES } from '~/components/staff/policies-page';
import { PolicyVersionPage } from '~/components/staff/policy-version-page';
import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { readPolicyForm, typedValues, versionSeen } from '~/http/policy-form.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { policyWords } from '~/i18n/pages/policy';

export const loader = allowStaff(['manager'], async ({ person, language, url, context }) => {
  const policies = await context.services.viewPolicies({ staff: person });
  const notice = POLICY_NOTICES.find((one) => one === url.searchParams.get('done')) ?? null;
  const me = { firstName: person.firstName, lastName: person.lastName, role: person.role };
  return json({ language, policies, me, notice });
});

/** Saves a new version. With a fault, or when a colleague was quicker, the form comes back as it was typed. */
export const action = allowStaff(['manager'], async ({ person, request, context }) => {
  const answers = await readAnswers(request);
  const policies = await context.services.viewPolicies({ staff: person });
  const of = policies.kinds.find(({ kind }) => kind === (answers.kind ?? ''));
  if (!of) throw notFound();
  const values = typedValues(answers);
  const asked = readPolicyForm(values, policies);
  const form = { kind: of.kind, after: of.lastVersion, values, newer: false, comparison: null };
  if (!asked.ok) return json({ ...form, problems: asked.problems, errors: asked.problems }, { status: 422 });
  const { rules, effectiveFrom } = asked;
  const wish = { staff: person, kind: of.kind, rules, effectiveFrom, after: versionSeen(answers) };
  const saved = await context.services.savePolicy(wish);
  if (saved.ok) return redirectWithin('/staff/reminder-policy?done=saved');
  if (saved.reason === 'no_such_kind') throw notFound();
  return json({ ...form, newer: true, problems: {}, errors: {} }, { status: 409 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(policyWords.in(data.language).title, data.language) : [];

export default function StaffReminderPolicy() {
  const data = useLoaderData<typeof loader>();
  const again = useActionData<typeof action>();
  if (!again) return <PoliciesPage {...data} />;
  return <PolicyVersionPage language={data.language} me={data.me} zone={data.policies.zone} {...again} />;
}
