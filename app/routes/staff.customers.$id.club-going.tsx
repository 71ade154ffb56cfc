import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ClubGoingPage } from '~/components/staff/club-going-page';
import { allowStaff } from '~/http/allow.server';
import { clubGoingDoneIn, signUp } from '~/http/club-going-desk.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { clubGoingWords } from '~/i18n/pages/staff-club-going';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, params, url, context }) => {
  const view = await context.services.viewClubSignUp({ staff: person, customerId: params.id ?? '' });
  if (!view) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, me, view, done: clubGoingDoneIn(url) });
});

export const action = allowStaff(DIARY_ROLES, signUp);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageTitle(
        clubGoingWords.in(data.language).title(`${data.view.customer.firstName} ${data.view.customer.lastName}`),
        data.language,
      )
    : [];

export default function ClubGoing() {
  return <ClubGoingPage {...useLoaderData<typeof loader>()} />;
}
