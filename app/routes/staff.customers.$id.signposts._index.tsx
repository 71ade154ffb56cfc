import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { SignpostsPage } from '~/components/staff/signposts-page';
import { readGiving } from '~/domain/signpost/signpost-form';
import { allowStaff } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { backWith, SIGNPOST_ROLES, signpostNotice } from '~/http/signpost-desk.server';
import { signpostWords } from '~/i18n/pages/signposts';

export const loader = allowStaff(SIGNPOST_ROLES, async ({ person, language, params, url, context }) => {
  const view = await context.services.viewSignposts({ staff: person, customerId: params.id ?? '', language });
  if (!view) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, view, notice: signpostNotice(url), me });
});

export const action = allowStaff(SIGNPOST_ROLES, async ({ person, params, request, context }) => {
  const customerId = params.id ?? '';
  const form = await request.formData();
  const text = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');
  const today = await context.services.findOfficeToday({ staff: person, customerId });
  if (today === null) throw notFound();
  const values = { picks: form.getAll('pick').map(text).slice(0, 20), askOn: text(form.get('askOn')).slice(0, 20) };
  const read = readGiving(values, today);
  if (!read.ok) return json({ errors: read.problems, values }, { status: 422 });
  const { picks, askOn } = read;
  const back = text(form.get('back')) || `/staff/customers/${customerId}/signposts`;
  const given = await context.services.giveSignposts({ staff: person, customerId, picks, askOn });
  if (given.ok)
    return backWith(
      back,
      given.given > 0 ? 'given' : 'had',
      given.ids.length === 1 ? given.ids[0] : null,
      given.given || 1,
    );
  if (given.reason === 'not_found') throw notFound();
  return backWith(back, 'gone');
});

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const { firstName, lastName } = data.view.customer;
  return pageTitle(signpostWords.in(data.language).title(`${firstName} ${lastName}`), data.language);
};

export default function StaffSignposts() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <SignpostsPage {...data} values={answer?.values ?? null} problems={answer?.errors ?? {}} />;
}
