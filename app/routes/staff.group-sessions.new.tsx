import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { GroupSessionFormPage } from '~/components/staff/group-session-form-page';
import {
  readSession,
  SESSION_FIELDS,
  type SessionProblems,
  type SessionValues,
} from '~/domain/appointment/group-session-form';
import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { backToPage, DIARY_ROLES } from '~/http/staff-desk.server';
import { groupWords } from '~/i18n/pages/staff-group-sessions';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, context }) => {
  const desk = await context.services.viewSessionDesk({ staff: person, language });
  const me = { firstName: person.firstName, lastName: person.lastName };
  const own = desk.advisers.some(({ id }) => id === person.id) ? person.id : '';
  const [kind, ...others] = desk.kinds;
  const usual = { minutes: `${kind?.minutes ?? ''}`, capacity: `${kind?.capacity ?? ''}` };
  const values: SessionValues = {
    ...{ kind: others.length === 0 ? (kind?.ref ?? '') : '', title: '', titleInWelsh: '', adviser: own, place: '' },
    ...{ date: '', time: '', ...usual },
  };
  return json({ language, desk, values, me, formKey: context.services.newFormId() });
});

export const action = allowStaff(DIARY_ROLES, async ({ person, language, request, context }) => {
  const answers = await readAnswers(request);
  const values = Object.fromEntries(
    SESSION_FIELDS.map((field) => [field, (answers[field] ?? '').slice(0, 200)]),
  ) as SessionValues;
  const again = (problems: SessionProblems) => json({ errors: problems, values }, { status: 422 });
  const { services } = context;
  const desk = await services.viewSessionDesk({ staff: person, language });
  const read = readSession(values, {
    ...{ kinds: desk.kinds.map(({ ref }) => ref), advisers: desk.advisers.map(({ id }) => id) },
    ...{ places: desk.places, zone: desk.zone },
  });
  if (!read.ok) return again(read.problems);
  const key = /^[0-9a-f-]{36}$/.test(answers.key ?? '') ? answers.key! : services.newFormId();
  const opened = await services.openGroupSession({ staff: person, key, wish: read.wish });
  if (opened.ok) return backToPage(`/staff/group-sessions/${opened.sessionId}`, 'group_opened');
  switch (opened.reason) {
    case 'place_taken':
      return again({ place: 'place_taken' });
    case 'too_many_for_place':
      return again({ capacity: 'too_many_for_place' });
    case 'not_found':
      return again({ adviser: 'choose_adviser' });
    default:
      return again({ time: opened.reason });
  }
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(groupWords.in(data.language).new, data.language) : [];

export default function NewGroupSession() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <GroupSessionFormPage {...data} values={answer?.values ?? data.values} problems={answer?.errors ?? {}} />;
}
