import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { CoverPage } from '~/components/staff/cover-page';
import { allowStaff } from '~/http/allow.server';
import { DIARY_ROLES, noticeIn } from '~/http/staff-desk.server';
import { recordWords } from '~/i18n/pages/record';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, url, context }) => {
  const view = await context.services.viewCovers({ staff: person });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, view, notice: noticeIn(url), me });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(recordWords.in(data.language).cover.title, data.language) : [];

export default function Covers() {
  return <CoverPage {...useLoaderData<typeof loader>()} />;
}
