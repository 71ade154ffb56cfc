import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ClubFormPage } from '~/components/staff/club-form-page';
import { clubValues, type ClubProblems } from '~/domain/club/club-form';
import { allowStaff } from '~/http/allow.server';
import { backToClub, CLUB_KEEPERS } from '~/http/kept-club-desk.server';
import { readAnswers } from '~/http/form-answers.server';
import { notFound } from '~/http/responses.server';
import { staffClubWords } from '~/i18n/pages/staff-clubs';

export const loader = allowStaff(CLUB_KEEPERS, async ({ person, language, params, context }) => {
  const view = await context.services.viewStaffClub({ staff: person, ref: params.ref ?? '' });
  if (!view?.mayKeep) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  const { club, seen, comingInAll: coming } = view;
  return json({ language, ref: club.ref, values: clubValues(club), seen, coming, me });
});

export const action = allowStaff(CLUB_KEEPERS, async ({ person, params, request, context }) => {
  const ref = params.ref ?? '';
  const { seen = null, ...values } = await readAnswers(request);
  const saved = await context.services.keepClub({ staff: person, ref, values, seen });
  if (saved.ok) return backToClub(ref, true, 'saved');
  if ('problems' in saved) return json({ errors: saved.problems, values, seen, since: false }, { status: 422 });
  if (saved.reason === 'not_found') throw notFound();
  return json({ errors: {} as ClubProblems, values, seen: saved.seen, since: true }, { status: 409 });
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
      seen={answer?.seen ?? data.seen}
      since={answer?.since ?? false}
    />
  );
}
