import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BackLink } from '~/components/design-system/links';
import { GuideSheet } from '~/components/guide/guide-sheet';
import { pageTitle } from '~/components/page-title';
import { StaffBar } from '~/components/staff/staff-bar';
import { allowStaff } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { CARD_ROLES } from '~/http/staff-desk.server';
import { taskOf } from '~/http/visit-form.server';
import { guidesWords } from '~/i18n/pages/guides';

export const loader = allowStaff(CARD_ROLES, ({ person, language, params }) => {
  const task = taskOf(params.task);
  if (!task) throw notFound();
  return json({ language, task, me: { firstName: person.firstName, lastName: person.lastName } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(guidesWords.in(data.language).guides[data.task].title, data.language) : [];

export default function StaffGuide() {
  const { language, task, me } = useLoaderData<typeof loader>();
  const words = guidesWords.in(language);
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/guides">{words.back}</BackLink>
      <GuideSheet task={task} language={language} />
      <p className="govuk-body wm-screen">{words.print}</p>
    </div>
  );
}
