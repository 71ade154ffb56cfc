import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ClubPage } from '~/components/clubs/club-page';
import { pageTitle } from '~/components/page-title';
import { allowAnyone } from '~/http/allow.server';
import { showClub } from '~/http/club-desk.server';

export const loader = allowAnyone(showClub);

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(data.view.club.name, data.language) : [];

/** One work club, for everybody. */
export default function Club() {
  return <ClubPage {...useLoaderData<typeof loader>()} />;
}
