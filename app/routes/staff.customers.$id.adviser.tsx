import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { AdviserTermsPage } from '~/components/staff/adviser-terms-page';
import { allowStaff } from '~/http/allow.server';
import { nameFrom } from '~/http/naming-desk.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES, noticeIn } from '~/http/staff-desk.server';
import { customersWords } from '~/i18n/pages/customers';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, params, url, context }) => {
  const view = await context.services.viewAdviserTerms({ staff: person, customerId: params.id ?? '' });
  if (!view) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, me, view, notice: noticeIn(url) });
});

export const action = allowStaff(DIARY_ROLES, nameFrom);

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.view.customer;
  return pageTitle(customersWords.in(data.language).adviser.title(`${firstName} ${lastName}`), data.language);
};

export default function Adviser() {
  const answer = useActionData<typeof action>();
  return <AdviserTermsPage {...useLoaderData<typeof loader>()} answer={answer ?? null} />;
}
