import { json, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { pageTitle } from '~/components/page-title';
import { allowAnyone } from '~/http/allow.server';
import { leaveNothing } from '~/http/kiosk-cookies.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { readSessionCookie } from '~/http/session-cookie.server';
import { kioskWords } from '~/i18n/pages/kiosk';

/**
 * Where a page leads by itself when its time is up. It ends the session although it is only looked at: by then it is over
 * anyway, and no form can be sent where nobody is.
 */
export const loader = allowAnyone(async ({ request, kiosk, language, url, context }) => {
  if (!kiosk) throw redirectWithin('/kiosk');
  const cookie = readSessionCookie(request);
  if (cookie) await context.services.endSession(cookie);
  const why = (['time', 'left'] as const).find((one) => one === url.searchParams.get('why')) ?? null;
  const response = json({ language, why });
  for (const [name, value] of leaveNothing(context.publicUrl)) response.headers.append(name, value);
  return response;
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(kioskWords.in(data.language).finished.title, data.language) : [];

/** That nothing is left; in the language that was spoken until now, for this one page. */
export default function Finished() {
  const { language, why } = useLoaderData<typeof loader>();
  const words = kioskWords.in(language).finished;
  return (
    <>
      <h1 className="govuk-heading-l">{words.title}</h1>
      {why && <p className="govuk-body">{words[why]}</p>}
      <p className="govuk-body">{words.text}</p>
      <Button href="/kiosk">{words.start}</Button>
    </>
  );
}
