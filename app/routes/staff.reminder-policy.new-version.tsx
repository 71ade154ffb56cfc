import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { PolicyVersionPage, type PolicyVersionData } from '~/components/staff/policy-version-page';
import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { firstValues, readPolicyForm, typedValues, versionSeen } from '~/http/policy-form.server';
import { notFound } from '~/http/responses.server';
import { policyWords } from '~/i18n/pages/policy';

const NOTHING_YET = { problems: {}, newer: false, comparison: null };

export const loader = allowStaff(['manager'], async ({ person, language, url, context }) => {
  const policies = await context.services.viewPolicies({ staff: person });
  const of = policies.kinds.find(({ kind }) => kind === (url.searchParams.get('kind') ?? ''));
  if (!of) throw notFound();
  const { kind, lastVersion, rules } = of;
  const me = { firstName: person.firstName, lastName: person.lastName, role: person.role };
  const page: PolicyVersionData = {
    ...{ language, me, zone: policies.zone, kind, after: lastVersion },
    values: firstValues(rules, policies),
    ...NOTHING_YET,
  };
  return json(page);
});

/** Shows what the new rules would change; saves nothing. */
export const action = allowStaff(['manager'], async ({ person, request, context }) => {
  const answers = await readAnswers(request);
  const policies = await context.services.viewPolicies({ staff: person });
  const of = policies.kinds.find(({ kind }) => kind === (answers.kind ?? ''));
  if (!of) throw notFound();
  const values = typedValues(answers);
  const asked = readPolicyForm(values, policies);
  const about = { kind: of.kind, after: versionSeen(answers), values };
  if (!asked.ok)
    return json({ ...about, ...NOTHING_YET, problems: asked.problems, errors: asked.problems }, { status: 422 });
  const { rules, example, effectiveFrom } = asked;
  const compared = await context.services.comparePolicies({ staff: person, now: of.rules, wanted: rules, example });
  const comparison = { ...compared, startsAt: example.startsAt, effectiveFrom };
  return json({ ...about, ...NOTHING_YET, comparison });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(policyWords.in(data.language).edit.title, data.language) : [];

export default function StaffNewPolicyVersion() {
  const data = useLoaderData<typeof loader>();
  return <PolicyVersionPage {...data} {...useActionData<typeof action>()} />;
}
