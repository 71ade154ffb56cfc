import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { FairnessPage } from '~/components/staff/fairness-page';
import { allowStaff } from '~/http/allow.server';
import { safeguardWords } from '~/i18n/pages/staff-safeguards';

export const loader = allowStaff(['manager'], async ({ person, language, context }) => {
  const view = await context.services.viewFairness({ staff: person });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, me, view });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(safeguardWords.in(data.language).fairness.title, data.language) : [];

export default function Fairness() {
  return <FairnessPage {...useLoaderData<typeof loader>()} />;
}
