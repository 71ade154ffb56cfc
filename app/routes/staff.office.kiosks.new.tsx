import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { KioskCodePage } from '~/components/staff/kiosk-code-page';
import { KioskNamePage } from '~/components/staff/kiosk-name-page';
import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { KIOSK_MANAGERS } from '~/http/kiosk-desk.server';
import { kioskDeskWords } from '~/i18n/pages/kiosk-desk';

export const loader = allowStaff(KIOSK_MANAGERS, async ({ person, language, context }) => {
  const { office } = await context.services.viewKiosks({ staff: person });
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, me, zone: office.zone, address: `${context.publicUrl}/kiosk/enrol` });
});

/** Adds a computer. The answer is the page with its code, and no redirect to one: the code is kept nowhere. */
export const action = allowStaff(KIOSK_MANAGERS, async ({ person, request, context }) => {
  const { name = '' } = await readAnswers(request);
  const added = await context.services.addKiosk({ staff: person, name });
  if (added.ok) return json({ made: added.made });
  return json({ errors: { name: added.reason }, values: { name } }, { status: 422 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(kioskDeskWords.in(data.language).add.title, data.language) : [];

export default function NewKiosk() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && 'made' in answer) return <KioskCodePage {...data} made={answer.made} />;
  const { title, submit } = kioskDeskWords.in(data.language).add;
  return (
    <KioskNamePage
      {...data}
      {...{ title, submit }}
      action="/staff/office/kiosks/new"
      name={answer?.values.name ?? ''}
      problem={answer?.errors.name ?? null}
    />
  );
}
