import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ReasksPage } from '~/components/staff/reasks-page';
import { allowStaff } from '~/http/allow.server';
import { reaskDoneIn } from '~/http/reask-desk.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { safeguardWords } from '~/i18n/pages/staff-safeguards';

/** Managers see the office, advisers their own customers. */
export const loader = allowStaff(DIARY_ROLES, async ({ person, language, url, context }) => {
  const view = await context.services.viewReasks({ staff: person });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, me, view, done: reaskDoneIn(url) });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(safeguardWords.in(data.language).reasks.title, data.language) : [];

export default function Reasks() {
  return <ReasksPage {...useLoaderData<typeof loader>()} />;
}
