import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { PolicyVersionPage, type PolicyVersionData } from '~/components/staff/policy-version-page';
import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { firstValues, readPolicyForm, typedValues, versionSeen } from '~/http/policy-form.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { notFound } from '~/http/responses.server';
import { policyWords } from '~/i18n/pages/policy';

const NOTHING_YET = { problems: {}, overtaken: null, comparison: null };

export const loader = allowStaff(['manager'], async ({ person, language, url, context }) => {
  const policies = await context.services.viewPolicies({ staff: person });
  const of = policies.kinds.find(({ kind }) => kind === (url.searchParams.get('kind') ?? ''));
  if (!of) throw notFound();
  const { kind, newest } = of;
  const me = { firstName: person.firstName, lastName: person.lastName };
  const page: PolicyVersionData = {
    ...{ language, me, zone: policies.zone, names: policies.names, kind, after: newest?.id ?? '' },
    values: firstValues(of, policies),
    ...NOTHING_YET,
  };
  return json(page);
});

/**
 * Shows what the new rules would change; saves them when that is what was asked for. With a fault, or when a colleague
 * was quicker, the form comes back as it was typed.
 */
export const action = allowStaff(['manager'], async ({ person, request, context }) => {
  const answers = await readAnswers(request);
  const { services } = context;
  const policies = await services.viewPolicies({ staff: person });
  const of = policies.kinds.find(({ kind }) => kind === (answers.kind ?? ''));
  if (!of) throw notFound();
  const values = typedValues(answers);
  const asked = readPolicyForm(values, policies);
  const about = { ...NOTHING_YET, kind: of.kind, after: versionSeen(answers), values };
  if (!asked.ok) return json({ ...about, problems: asked.problems, errors: asked.problems }, { status: 422 });
  const { rules, example, effectiveFrom } = asked;
  if (answers.intent !== 'save') {
    const compared = await services.comparePolicies({ staff: person, now: of.rules, wanted: rules, example });
    const { startsAt, bookedAt } = example;
    const comparison = { ...compared, rules: { now: of.rules, wanted: rules }, startsAt, bookedAt, effectiveFrom };
    return json({ ...about, comparison });
  }
  const saved = await services.savePolicy({ staff: person, kind: of.kind, rules, effectiveFrom, after: about.after });
  if (saved.ok) return redirectWithin('/staff/reminder-policy?done=saved');
  if (saved.reason === 'no_such_kind') throw notFound();
  const { newest = null } =
    (await services.viewPolicies({ staff: person })).kinds.find(({ kind }) => kind === of.kind) ?? {};
  return json({ ...about, after: newest?.id ?? '', overtaken: { by: newest }, errors: {} }, { status: 409 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(policyWords.in(data.language).edit.title, data.language) : [];

export default function StaffNewPolicyVersion() {
  const data = useLoaderData<typeof loader>();
  return <PolicyVersionPage {...data} {...useActionData<typeof action>()} />;
}
