import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { requestName } from '~/components/staff/format-request-entry';
import { FormatRequestPage } from '~/components/staff/format-request-page';
import { allowStaff } from '~/http/allow.server';
import { lookerOf, saveRequestFrom } from '~/http/format-desk.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { formatWords } from '~/i18n/pages/formats';
import { staffWords } from '~/i18n/pages/staff';

export const loader = allowStaff(DIARY_ROLES, async ({ person, params, language, context }) => {
  const view = await context.services.viewFormatRequest({ staff: person, id: params.id ?? '' });
  if (!view) throw notFound();
  const { state, supplier, reference, dueOn } = view.request;
  const values = { state: state as string, supplier, reference, due: dueOn, note: view.note };
  return json({ language, view, values, me: lookerOf(person) });
});

export const action = allowStaff(DIARY_ROLES, saveRequestFrom);

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { language, view } = data;
  const { firstName, lastName } = view.request.customer;
  const title = formatWords.in(language).form.title;
  return pageTitle(
    title(requestName(view.request, language), staffWords.in(language).name(firstName, lastName)),
    language,
  );
};

export default function OneFormatRequest() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <FormatRequestPage
      {...data}
      values={answer?.values ?? data.values}
      problems={answer?.errors ?? {}}
      changed={answer?.changed ?? false}
    />
  );
}
