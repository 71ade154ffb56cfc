import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { SettingPage, settingTitle } from '~/components/staff/setting-page';
import { allowStaff } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { listToEdit, saveFrom, SETTING_ROLES } from '~/http/settings-desk.server';

export const loader = allowStaff(SETTING_ROLES, async (visit) => {
  const { person, params, language, context } = visit;
  const asked = { staff: person, list: listToEdit(visit), id: params.id ?? '' };
  const shown = await context.services.viewSettingForm(asked);
  if (!shown) throw notFound();
  return json({ language, shown, me: { firstName: person.firstName, lastName: person.lastName } });
});

export const action = allowStaff(SETTING_ROLES, (visit) => saveFrom(visit, visit.params.id ?? ''));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(settingTitle(data.shown, data.language), data.language) : [];

export default function OneSetting() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SettingPage
      {...data}
      values={answer?.values ?? data.shown.values}
      problems={answer?.errors ?? {}}
      changedSince={answer?.since ?? false}
      hidden={{ seen: answer?.seen ?? data.shown.seen }}
    />
  );
}
