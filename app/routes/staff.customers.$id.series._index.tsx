import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { SeriesPage } from '~/components/staff/series-page';
import { allowStaff } from '~/http/allow.server';
import { answerSeries, showSeries } from '~/http/series-desk.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { seriesWords } from '~/i18n/pages/staff-series';

export const loader = allowStaff(DIARY_ROLES, showSeries);

export const action = allowStaff(DIARY_ROLES, answerSeries);

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.desk.customer;
  const title = seriesWords.in(data.language).title(`${firstName} ${lastName}`);
  return pageTitle(title, data.language, data.fault !== null);
};

export default function Series() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const fault = answer ? answer.fault : data.fault;
  const proposals = answer?.proposals ?? data.proposals;
  return <SeriesPage {...data} fault={fault} proposals={proposals} values={answer?.values ?? data.values} />;
}
