import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { FormatsPage } from '~/components/staff/formats-page';
import { allowStaff } from '~/http/allow.server';
import { formatNoticeIn, lookerOf } from '~/http/format-desk.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { formatWords } from '~/i18n/pages/formats';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, url, context }) => {
  const view = await context.services.viewFormatRequests({ staff: person, show: url.searchParams.get('show') });
  return json({ language, view, notice: formatNoticeIn(url), me: lookerOf(person) });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(formatWords.in(data.language).title, data.language) : [];

export default function Formats() {
  return <FormatsPage {...useLoaderData<typeof loader>()} />;
}
