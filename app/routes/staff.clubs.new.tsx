import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ClubFormPage } from '~/components/staff/club-form-page';
import { allowStaff } from '~/http/allow.server';
import { backToClub } from '~/http/kept-club-desk.server';
import { readAnswers } from '~/http/form-answers.server';
import { notFound } from '~/http/responses.server';
import { staffClubWords } from '~/i18n/pages/staff-clubs';

export const loader = allowStaff(['manager'], ({ person, language, context }) => {
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, formId: context.services.newFormId(), me });
});

export const action = allowStaff(['manager'], async ({ person, request, context }) => {
  const { form = '', ...values } = await readAnswers(request);
  const formId = /^[0-9a-f-]{36}$/.test(form) ? form : context.services.newFormId();
  const saved = await context.services.addClub({ staff: person, formId, values });
  if (saved.ok) return backToClub(saved.ref, true, 'saved');
  if ('reason' in saved) throw notFound();
  return json({ errors: saved.problems, values, formId }, { status: 422 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(staffClubWords.in(data.language).form.add, data.language) : [];

export default function NewClub() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ClubFormPage
      {...data}
      {...{ title: staffClubWords.in(data.language).form.add, action: '/staff/clubs/new', back: '/staff/clubs' }}
      {...{ coming: 0, values: answer?.values ?? { rhythm: 'weekly' }, problems: answer?.errors ?? {} }}
      formId={answer?.formId ?? data.formId}
    />
  );
}
