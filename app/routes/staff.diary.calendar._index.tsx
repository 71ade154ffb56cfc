import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { DiaryFeedPage } from '~/components/staff/diary-feed-page';
import { allowStaff } from '~/http/allow.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { diaryWords } from '~/i18n/pages/staff-diary';

/** One's private diary feed: what it is, its address, and how to be rid of it. */
export const loader = allowStaff(DIARY_ROLES, async ({ person, language, url, context }) => {
  const { address } = await context.services.viewDiaryFeed({ staff: person });
  const said = url.searchParams.get('done');
  const done = (['made', 'ended'] as const).find((one) => one === said) ?? null;
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, address, done, me });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(diaryWords.in(data.language).feed.title, data.language) : [];

export default function OwnDiaryFeed() {
  return <DiaryFeedPage {...useLoaderData<typeof loader>()} />;
}
