import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CalendarFeedPage } from '~/components/appointment/calendar-feed';
import { pageTitle } from '~/components/page-title';
import { allowCustomer } from '~/http/allow.server';
import { calendarWords } from '~/i18n/pages/calendar';

/** One's private calendar feed: what it is, its address, and how to be rid of it. */
export const loader = allowCustomer(async ({ person, language, url, context }) => {
  const { address } = await context.services.viewCalendarFeed({ customerId: person.id });
  const said = url.searchParams.get('done');
  const done = (['made', 'ended'] as const).find((one) => one === said) ?? null;
  return json({ language, address, done });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(calendarWords.in(data.language).title, data.language) : [];

export default function OwnCalendarFeed() {
  return <CalendarFeedPage {...useLoaderData<typeof loader>()} />;
}
