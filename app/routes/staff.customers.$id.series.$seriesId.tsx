import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { OneSeriesPage } from '~/components/staff/one-series-page';
import { allowStaff } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES, noticeIn } from '~/http/staff-desk.server';
import { seriesWords } from '~/i18n/pages/staff-series';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, params, url, context }) => {
  const { id: customerId = '', seriesId = '' } = params;
  const view = await context.services.viewSeries({ staff: person, customerId, seriesId });
  if (!view) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  const missed = (url.searchParams.get('missed') ?? '').split('.').filter((text) => /^\d{10,14}$/.test(text));
  return json({ language, view, seriesId, me, notice: noticeIn(url), missed: missed.slice(0, 26).map(Number) });
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.view.customer;
  return pageTitle(seriesWords.in(data.language).one(`${firstName} ${lastName}`), data.language);
};

export default function OneSeries() {
  return <OneSeriesPage {...useLoaderData<typeof loader>()} />;
}
