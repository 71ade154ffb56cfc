import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ClubFormPage } from '~/components/staff/club-form-page';
import { clubValues } from '~/domain/club/club-form';
import { allowStaff } from '~/http/allow.server';
import { backToClub, CLUB_KEEPERS } from '~/http/kept-club-desk.server';
import { readAnswers } from '~/http/form-answers.server';
import { notFound } from '~/http/responses.server';
import { staffClubWords } from '~/i18n/pages/staff-clubs';

export const loader = allowStaff(CLUB_KEEPERS, async ({ person, language, params, context }) => {
  const view = await context.services.viewStaffClub({ staff: person, ref: params.ref ?? '' });
  if (!view?.mayKeep) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, ref: view.club.ref, values: clubValues(view.club), coming: view.comingInAll, me });
});

export const action = allowStaff(CLUB_KEEPERS, async ({ person, params, request, context }) => {
  const ref = params.ref ?? '';
  const values = await readAnswers(request);
  const saved = await context.services.keepClub({ staff: person, ref, values });
  if (saved.ok) return backToClub(ref, true, 'saved');
  if ('reason' in saved) throw notFound();
  return json({ errors: saved.problems, values }, { status: 422 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(staffClubWords.in(data.language).form.change, data.language) : [];

export default function ClubDetails() {
  const { ref, ...data } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const page = `/staff/clubs/${encodeURIComponent(ref)}`;
  const title = staffClubWords.in(data.language).form.change;
  return (
    <ClubFormPage
      {...data}
      {...{ title, action: `${page}/details`, back: page, problems: answer?.errors ?? {} }}
      values={answer?.values ?? data.values}
    />
  );
}
