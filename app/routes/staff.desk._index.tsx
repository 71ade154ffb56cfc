import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { DeskPage } from '~/components/staff/desk-page';
import { deskNotice } from '~/domain/assisted/visit-notice';
import { allowStaff } from '~/http/allow.server';
import { CARD_ROLES, idIn } from '~/http/staff-desk.server';
import { deskWords } from '~/i18n/pages/desk';

/** Champions, advisers and managers see who wants to be shown how. */
export const loader = allowStaff(CARD_ROLES, async ({ person, language, url, context }) => {
  const desk = await context.services.viewDesk({ staff: person });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, desk, notice: deskNotice(url.searchParams.get('done')), about: idIn(url, 'about'), me });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(deskWords.in(data.language).title, data.language) : [];

export default function ChampionsDesk() {
  return <DeskPage {...useLoaderData<typeof loader>()} />;
}
