import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { KiosksPage } from '~/components/staff/kiosks-page';
import { allowStaff } from '~/http/allow.server';
import { KIOSK_MANAGERS, kioskNoticeIn } from '~/http/kiosk-desk.server';
import { kioskDeskWords } from '~/i18n/pages/kiosk-desk';

export const loader = allowStaff(KIOSK_MANAGERS, async ({ person, language, url, context }) => {
  const view = await context.services.viewKiosks({ staff: person });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, view, me, notice: kioskNoticeIn(url) });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(kioskDeskWords.in(data.language).list.title, data.language) : [];

export default function Kiosks() {
  return <KiosksPage {...useLoaderData<typeof loader>()} />;
}
