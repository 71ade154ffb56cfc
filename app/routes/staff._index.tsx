import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { StaffBar } from '~/components/staff/staff-bar';
import { ROLES } from '~/domain/access/role';
import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { staffWords } from '~/i18n/pages/staff';

/** Where staff begin: those with a diary at their day, people of a partner at the plans that they may see. */
export const loader = allowStaff(ROLES, ({ person, language }) => {
  if (DIARY_ROLES.includes(person.role)) return redirectWithin('/staff/day');
  if (person.role === 'champion') return redirectWithin('/staff/desk');
  if (person.role === 'organiser') return redirectWithin('/staff/clubs');
  if (person.role === 'administrator') return redirectWithin('/staff/office');
  if (person.role === 'partner') return redirectWithin('/staff/shared-plans');
  return json({ language, me: { firstName: person.firstName, lastName: person.lastName } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(staffWords.in(data.language).nothingYet.title, data.language) : [];

export default function StaffStart() {
  const { language, me } = useLoaderData<typeof loader>();
  const words = staffWords.in(language).nothingYet;
  return (
    <>
      <StaffBar me={me} language={language} />
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.text}</p>
    </>
  );
}
