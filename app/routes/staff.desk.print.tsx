import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { DeskPrintPage } from '~/components/staff/desk-print-page';
import { allowStaff } from '~/http/allow.server';
import { CARD_ROLES } from '~/http/staff-desk.server';
import { deskWords } from '~/i18n/pages/desk';

export const loader = allowStaff(CARD_ROLES, async ({ person, language, context }) => {
  const desk = await context.services.viewDesk({ staff: person });
  return json({ language, desk, me: { firstName: person.firstName, lastName: person.lastName } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(deskWords.in(data.language).links.print, data.language) : [];

export default function PrintedDesk() {
  return <DeskPrintPage {...useLoaderData<typeof loader>()} />;
}
