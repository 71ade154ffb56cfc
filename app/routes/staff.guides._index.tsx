import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BackLink } from '~/components/design-system/links';
import { GuideList } from '~/components/guide/guide-list';
import { pageTitle } from '~/components/page-title';
import { StaffBar } from '~/components/staff/staff-bar';
import { allowStaff } from '~/http/allow.server';
import { CARD_ROLES } from '~/http/staff-desk.server';
import { deskWords } from '~/i18n/pages/desk';
import { guidesWords } from '~/i18n/pages/guides';

export const loader = allowStaff(CARD_ROLES, ({ person, language }) =>
  json({ language, me: { firstName: person.firstName, lastName: person.lastName } }),
);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(guidesWords.in(data.language).title, data.language) : [];

export default function StaffGuides() {
  const { language, me } = useLoaderData<typeof loader>();
  const words = guidesWords.in(language);
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/desk">{deskWords.in(language).title}</BackLink>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.introStaff}</p>
      <GuideList language={language} base="/staff/guides" />
    </div>
  );
}
