import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { SignpostsDuePage } from '~/components/staff/signposts-due-page';
import { allowStaff } from '~/http/allow.server';
import { signpostNotice } from '~/http/signpost-desk.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { signpostWords } from '~/i18n/pages/signposts';

export const loader = allowStaff(DIARY_ROLES, async ({ person, url, context, language }) => {
  const view = await context.services.viewSignpostsDue({ staff: person, show: url.searchParams.get('show') });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, view, notice: signpostNotice(url), me });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(signpostWords.in(data.language).due.title, data.language) : [];

export default function SignpostsDue() {
  return <SignpostsDuePage {...useLoaderData<typeof loader>()} />;
}
