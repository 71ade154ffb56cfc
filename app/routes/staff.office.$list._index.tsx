import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { SETTING_NOTICES, SettingsListPage } from '~/components/staff/settings-list-page';
import { allowStaff } from '~/http/allow.server';
import { listIn, SETTING_ROLES } from '~/http/settings-desk.server';
import { idIn } from '~/http/staff-desk.server';
import { officeWords } from '~/i18n/pages/staff-office';

export const loader = allowStaff(SETTING_ROLES, async ({ person, params, language, url, context }) => {
  const shown = await context.services.viewSettings({ staff: person, list: listIn(params) });
  const { zone } = await context.services.viewOffice({ staff: person });
  const done = SETTING_NOTICES.find((one) => one === url.searchParams.get('done')) ?? null;
  // What was taken away comes back into the form.
  const again = new URLSearchParams([...url.searchParams].filter(([name]) => name !== 'done' && name !== 'lang'));
  const notice = done && { done, about: idIn(url, 'about'), again: again.toString() };
  return json({ language, zone, shown, notice, me: { firstName: person.firstName, lastName: person.lastName } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(officeWords.in(data.language).lists[data.shown.list].title, data.language) : [];

export default function SettingsList() {
  return <SettingsListPage {...useLoaderData<typeof loader>()} />;
}
