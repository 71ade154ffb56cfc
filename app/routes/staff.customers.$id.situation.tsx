import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { SituationPage } from '~/components/staff/situation-page';
import { allowStaff } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { signpostNotice } from '~/http/signpost-desk.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { recordTogether } from '~/http/staff-situation-form.server';
import { signpostWords } from '~/i18n/pages/signposts';

export const loader = allowStaff(DIARY_ROLES, async ({ person, language, params, url, context }) => {
  const view = await context.services.viewSituationAsStaff({ staff: person, customerId: params.id ?? '', language });
  if (!view) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, view, notice: signpostNotice(url), me });
});

/** The words are between the customer and the adviser: managers look, and record nothing. */
export const action = allowStaff(['adviser'], recordTogether);

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.view.customer;
  return pageTitle(signpostWords.in(data.language).situation.title(`${firstName} ${lastName}`), data.language);
};

export default function StaffSituation() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SituationPage {...data} values={answer?.values ?? null} problems={answer?.errors ?? {}} />;
}
