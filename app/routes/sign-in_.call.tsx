import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { pageTitle } from '~/components/page-title';
import { QuestionPage } from '~/components/question-page';
import { OtherWays } from '~/components/sign-in/other-ways';
import { onTheWayTo } from '~/domain/access/fresh-sign-in';
import { allowAnyone } from '~/http/allow.server';
import { inEvenTime } from '~/http/even-time.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { readSignInCookie } from '~/http/sign-in-cookie.server';
import { placeIn } from '~/http/signing-in.server';
import { signInWords } from '~/i18n/pages/sign-in';

export const loader = allowAnyone(({ request, language, url, context }) => {
  if (!readSignInCookie(request) || !context.services.canCallWithCode()) throw redirectWithin('/sign-in');
  return json({ language, place: placeIn(url) });
});

/** A call with a new code, to the number that this browser has just asked for one. */
export const action = allowAnyone(async ({ request, url, context }) => {
  const { services, address, requestId, chosenLanguage } = context;
  const browserSecret = readSignInCookie(request);
  if (!browserSecret) return redirectWithin('/sign-in');
  const asked = { browserSecret, address, language: chosenLanguage, requestId };
  const called = await inEvenTime(() => services.callWithSignInCode(asked));
  if (called.ok) return redirectWithin(onTheWayTo(placeIn(url), '/sign-in/code?by=call'));
  if (called.reason === 'expired') return redirectWithin(onTheWayTo(placeIn(url), '/sign-in'));
  return json({ errors: { call: 'too_many_codes' as const } }, { status: 429 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(signInWords.in(data.language).code.call, data.language) : [];

/** For those who cannot read the text that they asked for, or do not get it. */
export default function SignInCall() {
  const { language, place } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = signInWords.in(language);
  const error = answer && { text: words.code.errors[answer.errors.call], field: 'call' };
  return (
    <QuestionPage language={language} back={onTheWayTo(place, '/sign-in/code?by=text')} error={error}>
      <h1 className="govuk-heading-l">{words.code.call}</h1>
      <p className="govuk-body">{words.code.callText}</p>
      <form method="post" action={onTheWayTo(place, '/sign-in/call')}>
        <Button id="call">{words.code.call}</Button>
      </form>
      <OtherWays language={language} place={place} but="code" />
    </QuestionPage>
  );
}
