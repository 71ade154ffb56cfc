import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { FormatAddPage } from '~/components/staff/format-add-page';
import { allowStaff } from '~/http/allow.server';
import { addRequestFrom, lookerOf } from '~/http/format-desk.server';
import { notFound } from '~/http/responses.server';
import { DIARY_ROLES } from '~/http/staff-desk.server';
import { formatWords } from '~/i18n/pages/formats';
import { staffWords } from '~/i18n/pages/staff';

export const loader = allowStaff(DIARY_ROLES, async ({ person, params, language, context }) => {
  const view = await context.services.viewNewFormatRequest({ staff: person, customerId: params.id ?? '' });
  if (!view) throw notFound();
  const values = { kind: '', meeting: '', spoken: '', paper: '', due: '', note: '' };
  return json({ language, view, values, formKey: context.services.newFormId(), me: lookerOf(person) });
});

export const action = allowStaff(DIARY_ROLES, addRequestFrom);

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.view.customer;
  const name = staffWords.in(data.language).name(firstName, lastName);
  return pageTitle(formatWords.in(data.language).add.title(name), data.language);
};

export default function NewFormatRequest() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <FormatAddPage
      {...data}
      values={answer?.values ?? data.values}
      problems={answer?.errors ?? {}}
      formKey={answer?.formKey ?? data.formKey}
    />
  );
}
