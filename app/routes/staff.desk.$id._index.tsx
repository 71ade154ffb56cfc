import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { DeskVisitPage } from '~/components/staff/desk-visit-page';
import { deskNotice } from '~/domain/assisted/visit-notice';
import { allowStaff } from '~/http/allow.server';
import { recordFromForm } from '~/http/desk.server';
import { notFound } from '~/http/responses.server';
import { CARD_ROLES } from '~/http/staff-desk.server';
import { deskWords } from '~/i18n/pages/desk';

export const loader = allowStaff(CARD_ROLES, async ({ person, language, params, url, context }) => {
  const visit = await context.services.viewVisit({ staff: person, id: params.id ?? '' });
  if (!visit) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, visit, notice: deskNotice(url.searchParams.get('done')), me });
});

export const action = allowStaff(CARD_ROLES, recordFromForm);

/** A name belongs to somebody: it stays out of the browser's list of titles. */
export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(deskWords.in(data.language).visit.facts, data.language) : [];

export default function Visit() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const values = answer?.values ?? { task: data.visit.wants, result: '', agreed: '' };
  return <DeskVisitPage {...data} values={values} problems={answer?.errors ?? {}} />;
}
