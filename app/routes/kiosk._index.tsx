import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { KioskStart } from '~/components/kiosk/kiosk-start';
import { LockedKiosk } from '~/components/kiosk/locked-kiosk';
import { pageTitle } from '~/components/page-title';
import { allowAnyone } from '~/http/allow.server';
import { readDisplay } from '~/http/kiosk-cookies.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { kioskWords } from '~/i18n/pages/kiosk';

export const loader = allowAnyone(({ request, person, language, kiosk }) => {
  if (!kiosk) throw redirectWithin('/kiosk/enrol');
  return json({ language, open: kiosk.open, signedIn: person?.kind === 'customer', display: readDisplay(request) });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(kioskWords.in(data.language)[data.open ? 'start' : 'locked'].title, data.language) : [];

/** Where everybody begins on a shared computer; while it is locked, how it is opened. */
export default function Kiosk() {
  const { open, ...start } = useLoaderData<typeof loader>();
  return open ? <KioskStart {...start} /> : <LockedKiosk language={start.language} problem={null} />;
}
