import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ClubPage } from '~/components/clubs/club-page';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { sayNotGoing, showClub } from '~/http/club-desk.server';

export const loader = allowCustomer(showClub);

export const action = allowCustomer(sayNotGoing);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(data.view.club.name, data.language) : [];

/** The club again, with what was wrong. */
export default function ClubAnswer() {
  const answer = useActionData<typeof action>();
  return <ClubPage {...useLoaderData<typeof loader>()} done={null} error={answer?.errors.date} />;
}
