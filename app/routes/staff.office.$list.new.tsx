import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { SettingPage, settingTitle } from '~/components/staff/setting-page';
import { allowStaff } from '~/http/allow.server';
import { notFound } from '~/http/responses.server';
import { listToEdit, saveFrom, SETTING_ROLES } from '~/http/settings-desk.server';

export const loader = allowStaff(SETTING_ROLES, async (visit) => {
  const { person, language, url, context } = visit;
  const shown = await context.services.viewSettingForm({ staff: person, list: listToEdit(visit), id: null });
  if (!shown) throw notFound();
  // What was taken off the list is offered again, in the form.
  const asked = shown.fields.flatMap(({ name }) => {
    const value = url.searchParams.get(name);
    return value === null ? [] : [[name, value.slice(0, 500)]];
  });
  const values = { ...shown.values, ...(Object.fromEntries(asked) as Record<string, string>) };
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, shown, values, formKey: context.services.newFormKey(), me });
});

export const action = allowStaff(SETTING_ROLES, (visit) => saveFrom(visit, null));

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(settingTitle(data.shown, data.language), data.language) : [];

export default function NewSetting() {
  const { formKey, ...data } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SettingPage
      {...data}
      values={answer?.values ?? data.values}
      problems={answer?.errors ?? {}}
      changedSince={false}
      hidden={{ key: answer?.key ?? formKey }}
    />
  );
}
