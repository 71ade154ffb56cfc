import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { TextsPage } from '~/components/staff/texts-page';
import { allowStaff } from '~/http/allow.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { textWords } from '~/i18n/pages/texts';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, url, context }) => {
  const page = await context.services.viewTexts({
    staff: person,
    set: url.searchParams.get('set'),
    person: url.searchParams.get('person'),
    discreet: url.searchParams.get('words') === 'neutral',
  });
  const me = { firstName: person.firstName, lastName: person.lastName, role: person.role };
  return json({ language, page, me });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(textWords.in(data.language).title, data.language) : [];

export default function StaffTexts() {
  return <TextsPage {...useLoaderData<typeof loader>()} />;
}
