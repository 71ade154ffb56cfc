import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { KioskPinPage } from '~/components/staff/kiosk-pin-page';
import { allowStaff } from '~/http/allow.server';
import { KIOSK_OPENERS, kioskNoticeIn } from '~/http/kiosk-desk.server';
import { readSessionCookie } from '~/http/session-cookie.server';
import { kioskDeskWords } from '~/i18n/pages/kiosk-desk';

export const loader = allowStaff(KIOSK_OPENERS, async ({ person, language, url, context }) => {
  const view = await context.services.viewKiosks({ staff: person });
  const own = await context.services.viewOwnPin({ staff: person });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, me, view, madeAt: own?.madeAt ?? null, locked: kioskNoticeIn(url)?.done === 'locked' });
});

/** Makes a number. The answer is the page with it, and no redirect to one: it is kept nowhere. */
export const action = allowStaff(KIOSK_OPENERS, async ({ person, request, context }) => {
  const cookie = readSessionCookie(request) ?? '';
  const made = await context.services.makeKioskPin({ staff: person, cookie });
  if (made.ok) return json({ pin: made.pin });
  return json({ errors: { pin: made.reason } }, { status: 422 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(kioskDeskWords.in(data.language).pin.heading, data.language) : [];

export default function KioskPin() {
  const answer = useActionData<typeof action>();
  const pin = answer && 'pin' in answer ? answer.pin : null;
  return (
    <KioskPinPage {...useLoaderData<typeof loader>()} pin={pin} mustSignIn={answer !== undefined && pin === null} />
  );
}
