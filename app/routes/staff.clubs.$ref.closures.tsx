import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ClubRecordPage } from '~/components/staff/club-record-page';
import { allowStaff } from '~/http/allow.server';
import { backToClub, CLUB_KEEPERS } from '~/http/kept-club-desk.server';
import { readAnswers } from '~/http/form-answers.server';
import { notFound } from '~/http/responses.server';

/** The club's page again: what is shown around the answer to a form that was not right. */
export const loader = allowStaff(CLUB_KEEPERS, async ({ person, language, params, context }) => {
  const view = await context.services.viewStaffClub({ staff: person, ref: params.ref ?? '' });
  if (!view?.mayKeep) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, view, formId: context.services.newFormId(), me });
});

export const action = allowStaff(CLUB_KEEPERS, async ({ person, params, request, context }) => {
  const ref = params.ref ?? '';
  const { form = '', fromOn = '', untilOn = '', reason = '' } = await readAnswers(request);
  const id = /^[0-9a-f-]{36}$/.test(form) ? form : context.services.newFormId();
  const closed = await context.services.closeClubDays({
    staff: person,
    ref,
    id,
    fromOn,
    untilOn,
    reason: reason.trim(),
  });
  if (closed.ok) return backToClub(ref, true, 'days-closed', closed.id);
  if (closed.reason === 'not_found') throw notFound();
  return json({ errors: { days: closed.reason }, values: { fromOn, untilOn, reason } }, { status: 422 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(data.view.club.name, data.language) : [];

export default function ClubClosures() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ClubRecordPage {...data} done={null} problem={answer?.errors.days} values={answer?.values} />;
}
