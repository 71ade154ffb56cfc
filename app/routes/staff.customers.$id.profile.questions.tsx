import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { AskProfilePage } from '~/components/staff/ask-profile-page';
import { allowStaff } from '~/http/allow.server';
import { askFrom, deskOf, PROFILE_ROLES } from '~/http/staff-profile-desk.server';
import { staffProfileWords } from '~/i18n/pages/staff-profile';
import { staffWords } from '~/i18n/pages/staff';

export const loader = allowStaff(PROFILE_ROLES, async (visit) => {
  const { person, language, context } = visit;
  const view = await deskOf(visit);
  // What they have begun themselves is there already; what they said another time is not, so that it is asked and not assumed.
  const { answers, ageBand } = view.open ?? { answers: {}, ageBand: view.current?.ageBand ?? null };
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, me, view, answers, ageBand, formId: context.services.newFormId() });
});

export const action = allowStaff(PROFILE_ROLES, askFrom);

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.view.customer;
  const name = staffWords.in(data.language).name(firstName, lastName);
  return pageTitle(staffProfileWords.in(data.language).ask(name), data.language);
};

export default function AskProfile() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <AskProfilePage
      {...data}
      formId={answer?.formId ?? data.formId}
      answers={answer?.answers ?? data.answers}
      ageBand={answer ? answer.ageBand : data.ageBand}
      problems={answer?.errors ?? {}}
    />
  );
}
