import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { KioskNamePage } from '~/components/staff/kiosk-name-page';
import { allowStaff } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { backToKiosks, KIOSK_MANAGERS } from '~/http/kiosk-desk.server';
import { notFound } from '~/http/responses.server';
import { kioskDeskWords } from '~/i18n/pages/kiosk-desk';

export const loader = allowStaff(KIOSK_MANAGERS, async ({ person, params, language, context }) => {
  const { kiosks } = await context.services.viewKiosks({ staff: person });
  const kiosk = kiosks.find(({ id }) => id === params.id);
  if (!kiosk) throw notFound();
  const me = { firstName: person.firstName, lastName: person.lastName };
  return json({ language, me, id: kiosk.id, name: kiosk.name });
});

export const action = allowStaff(KIOSK_MANAGERS, async ({ person, params, request, context }) => {
  const id = params.id ?? '';
  const { name = '' } = await readAnswers(request);
  const renamed = await context.services.renameKiosk({ staff: person, id, name });
  if (renamed.ok) return backToKiosks('renamed', id);
  if (renamed.reason === 'not_found') throw notFound();
  return json({ errors: { name: renamed.reason }, values: { name } }, { status: 422 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(kioskDeskWords.in(data.language).rename.title(data.name), data.language) : [];

export default function KioskName() {
  const { language, me, id, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = kioskDeskWords.in(language).rename;
  return (
    <KioskNamePage
      {...{ language, me }}
      title={words.title(name)}
      submit={words.submit}
      action={`/staff/office/kiosks/${id}/name`}
      name={answer?.values.name ?? name}
      problem={answer?.errors.name ?? null}
    />
  );
}
