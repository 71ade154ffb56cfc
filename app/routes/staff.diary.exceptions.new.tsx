import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ExceptionFormPage } from '~/components/staff/exception-form-page';
import { allowStaff, type Visit } from '~/http/allow.server';
import { emptyException, saveExceptionFrom } from '~/http/diary-desk.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { diaryWords } from '~/i18n/pages/staff-diary';
import type { SignedInStaff } from '~/services/sessions.server';

async function formFor({ person, url, context }: Visit<SignedInStaff>) {
  const view = await context.services.viewExceptionForm({ staff: person, adviser: url.searchParams.get('adviser') });
  if (!view) throw notFound();
  return view;
}

export const loader = allowStaff(DIARY_ROLES, async (visit) => {
  const { person, language, context } = visit;
  const view = await formFor(visit);
  const id = context.services.newFormId();
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, view, id, values: emptyException(view.today), me });
});

export const action = allowStaff(DIARY_ROLES, async (visit) => saveExceptionFrom(visit, await formFor(visit), null));

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.view.adviser;
  return pageTitle(diaryWords.in(data.language).form.add(`${firstName} ${lastName}`), data.language);
};

export default function NewException() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ExceptionFormPage
      {...data}
      id={answer?.id ?? data.id}
      values={answer?.values ?? data.values}
      problems={answer && 'errors' in answer ? answer.errors : {}}
      touched={answer?.touched ?? null}
    />
  );
}
