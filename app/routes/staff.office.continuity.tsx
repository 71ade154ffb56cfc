import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ContinuityPage } from '~/components/staff/continuity-page';
import { allowStaff } from '~/http/allow.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { customersWords } from '~/i18n/pages/customers';

/** Managers see the office, advisers their own customers. */
export const loader = allowStaff(DIARY_ROLES, async ({ person, language, context }) => {
  const view = await context.services.viewContinuity({ staff: person });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, me, view });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(customersWords.in(data.language).continuity.title, data.language) : [];

export default function Continuity() {
  return <ContinuityPage {...useLoaderData<typeof loader>()} />;
}
