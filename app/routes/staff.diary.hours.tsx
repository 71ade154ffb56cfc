import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { DiaryHoursPage } from '~/components/staff/diary-hours-page';
import { allowStaff } from '~/http/allow.server';
import { saveHoursFrom } from '~/http/diary-desk.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { diaryWords } from '~/i18n/pages/staff-diary';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, url, context }) => {
  const view = await context.services.viewDiaryHours({ staff: person, adviser: url.searchParams.get('adviser') });
  if (!view) throw notFound();
  return json({ language, view, me: { firstName: person.firstName, lastName: person.lastName } });
});

export const action = allowStaff(DIARY_ROLES, saveHoursFrom);

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.view.adviser;
  return pageTitle(diaryWords.in(data.language).hoursForm.title(`${firstName} ${lastName}`), data.language);
};

export default function DiaryHours() {
  const answer = useActionData<typeof action>();
  return (
    <DiaryHoursPage
      {...useLoaderData<typeof loader>()}
      typed={answer?.typed ?? null}
      shown={answer?.shown ?? null}
      since={answer?.since ?? false}
      problems={answer && 'errors' in answer ? answer.errors : {}}
      touched={answer?.touched ?? null}
    />
  );
}
