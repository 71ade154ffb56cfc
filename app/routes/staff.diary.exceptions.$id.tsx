import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ExceptionPage } from '~/components/staff/exception-page';
import { allowStaff, type Visit } from '~/http/allow.server';
import { saveExceptionFrom } from '~/http/diary-desk.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES, noticeIn } from '~/http/staff-desk.server';
import { diaryWords } from '~/i18n/pages/staff-diary';
import type { SignedInStaff } from '~/services/sessions.server';

async function viewOf({ person, params, context }: Visit<SignedInStaff>) {
  const view = await context.services.viewException({ staff: person, id: params.id ?? '' });
  if (!view) throw notFound();
  return view;
}

export const loader = allowStaff(DIARY_ROLES, async (visit) => {
  const { person, language, url } = visit;
  const view = await viewOf(visit);
  const { kind, fromOn, untilOn, fromTime, toTime, placeId, note } = view.exception;
  const values = {
    ...{ kind, note, from: fromOn, until: untilOn === fromOn ? '' : untilOn },
    ...{ fromTime: fromTime ?? '', toTime: toTime ?? '', place: placeId ?? '' },
  };
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, view, notice: noticeIn(url), values, me });
});

export const action = allowStaff(DIARY_ROLES, async (visit) => {
  const view = await viewOf(visit);
  if (view.exception.ended) throw notFound();
  return saveExceptionFrom(visit, view, view.exception);
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.view.adviser;
  return pageTitle(diaryWords.in(data.language).form.correct(`${firstName} ${lastName}`), data.language);
};

export default function OneException() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <ExceptionPage
      {...data}
      values={answer?.values ?? data.values}
      problems={answer && 'errors' in answer ? answer.errors : {}}
      touched={answer?.touched ?? null}
    />
  );
}
