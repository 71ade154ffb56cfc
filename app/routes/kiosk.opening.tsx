import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { LockedKiosk } from '~/components/kiosk/locked-kiosk';
import { pageTitle } from '~/components/page-title';
import { allowAnyone } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { waitFor } from '~/http/signing-in.server';
import { kioskWords } from '~/i18n/pages/kiosk';

/** The form is on the start page of a locked computer; this one is shown when its number was not right. */
export const loader = allowAnyone(({ kiosk, language }) => {
  if (!kiosk || kiosk.open) throw redirectWithin('/kiosk');
  return json({ language });
});

/** Opens the computer with a colleague's number of today. Nobody signs in by that. */
export const action = allowAnyone(async ({ request, kiosk, context }) => {
  if (!kiosk || kiosk.open) return redirectWithin('/kiosk');
  const { pin = '' } = await readAnswers(request);
  const opened = await context.services.openKiosk({ kiosk, pin });
  if (opened.ok) return redirectWithin('/kiosk');
  const init = opened.reason === 'too_many' ? waitFor(opened.retryAfterSeconds) : { status: 422 };
  return json({ errors: { pin: opened.reason } }, init);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(kioskWords.in(data.language).locked.title, data.language) : [];

export default function Opening() {
  const { language } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <LockedKiosk language={language} problem={answer?.errors.pin ?? null} />;
}
