import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { ProfilePage } from '~/components/profile/profile-page';
import { allowCustomer } from '~/http/allow.server';
import { profileWords } from '~/i18n/pages/profile';

export const loader = allowCustomer(async ({ person, language, url, context }) => {
  const view = await context.services.viewOwnProfile({ customerId: person.id });
  return json({ language, view, finished: url.searchParams.get('done') === 'finished' });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(profileWords.in(data.language).title, data.language) : [];

export default function Profile() {
  return <ProfilePage {...useLoaderData<typeof loader>()} />;
}
