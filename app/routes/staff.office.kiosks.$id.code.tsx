import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { KioskCodePage } from '~/components/staff/kiosk-code-page';
import { OneButton, SettingsFrame } from '~/components/staff/settings-frame';
import { allowStaff } from '~/http/allow.server';
import { KIOSK_MANAGERS } from '~/http/kiosk-desk.server';
import { notFound } from '~/http/responses.server';
import { kioskDeskWords } from '~/i18n/pages/kiosk-desk';

export const loader = allowStaff(KIOSK_MANAGERS, async ({ person, params, language, context }) => {
  const { office, kiosks } = await context.services.viewKiosks({ staff: person });
  const kiosk = kiosks.find(({ id, state }) => id === params.id && state !== 'revoked');
  if (!kiosk) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  const { id, name } = kiosk;
  return json({ language, me, id, name, zone: office.zone, address: `${context.publicUrl}/kiosk/enrol` });
});

/** A new code, shown in the answer: it is kept nowhere. */
export const action = allowStaff(KIOSK_MANAGERS, async ({ person, params, context }) => {
  const made = await context.services.newEnrolCode({ staff: person, id: params.id ?? '' });
  if (!made) throw notFound();
  return json({ made });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(kioskDeskWords.in(data.language).code.title(data.name), data.language) : [];

export default function NewCode() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer) return <KioskCodePage {...data} made={answer.made} />;
  const { code, list } = kioskDeskWords.in(data.language);
  return (
    <SettingsFrame
      {...{ language: data.language, me: data.me, title: code.title(data.name), lead: code.replaces }}
      back={{ href: '/staff/office/kiosks', text: code.back }}
    >
      <OneButton action={`/staff/office/kiosks/${data.id}/code`} label={list.newCode} />
    </SettingsFrame>
  );
}
