import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { problemTexts, SettingsForm } from '~/components/staff/settings-form';
import { SettingsFrame } from '~/components/staff/settings-frame';
import { OFFICE_FIELDS } from '~/domain/office/office-form';
import { allowStaff } from '~/http/allow.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { SETTING_ROLES, typedSettings } from '~/http/settings-desk.server';
import { officeWords } from '~/i18n/pages/staff-office';

const NOTICES = ['changed', 'unchanged'] as const;

export const loader = allowStaff(SETTING_ROLES, async ({ person, language, url, context }) => {
  const details = await context.services.viewOfficeDetails({ staff: person });
  const done = NOTICES.find((one) => one === url.searchParams.get('done')) ?? null;
  return json({ language, details, done, me: { firstName: person.firstName, lastName: person.lastName } });
});

export const action = allowStaff(SETTING_ROLES, async ({ person, request, context }) => {
  const typed = await typedSettings(request);
  const saved = await context.services.saveOfficeDetails({ staff: person, typed, seen: typed.seen ?? '' });
  if (saved.ok) return redirectWithin(`/staff/office/details?done=${saved.changed ? 'changed' : 'unchanged'}`);
  const since = saved.reason === 'changed_since';
  const seen = since ? saved.seen : (typed.seen ?? '');
  const errors = since ? {} : saved.problems;
  return json({ errors, since, values: typed, seen }, { status: since ? 409 : 422 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(officeWords.in(data.language).detailsTitle, data.language) : [];

export default function OfficeDetails() {
  const { language, details, done, me } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = officeWords.in(language);
  const problems = answer?.errors ?? {};
  const errors = problemTexts(problems, OFFICE_FIELDS, language);
  return (
    <SettingsFrame
      {...{ language, me }}
      title={words.detailsTitle}
      lead={words.detailsLead}
      back={{ href: '/staff/office', text: words.back }}
      done={done && { text: words.notices[done] }}
      errors={[...(answer?.since ? [{ text: words.changedSince }] : []), ...errors]}
    >
      <SettingsForm
        {...{ language, problems }}
        form="details"
        action="/staff/office/details"
        fields={OFFICE_FIELDS}
        values={answer?.values ?? details.values}
        hidden={{ seen: answer?.seen ?? details.seen }}
        submit={words.save}
      />
    </SettingsFrame>
  );
}
