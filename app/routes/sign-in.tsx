import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorBeside, QuestionPage } from '~/components/question-page';
import { Button } from '~/components/design-system/button';
import { Input } from '~/components/design-system/input';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { InsetText } from '~/components/design-system/text-blocks';
import { pageTitle } from '~/components/page-title';
import { OtherWays } from '~/components/sign-in/other-ways';
import { asksAgain, onTheWayTo, pathAfterSignIn } from '~/domain/access/fresh-sign-in';
import { allowAnyone } from '~/http/allow.server';
import { inEvenTime } from '~/http/even-time.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { readSignInCookie, signInCookie } from '~/http/sign-in-cookie.server';
import { placeIn } from '~/http/signing-in.server';
import { frameWords } from '~/i18n/pages/frame';
import { kioskWords } from '~/i18n/pages/kiosk';
import { signInWords } from '~/i18n/pages/sign-in';

export const loader = allowAnyone(({ person, language, url, context, kiosk }) => {
  const place = placeIn(url);
  if (person?.kind === 'customer' && !(place && asksAgain(place))) throw redirectWithin(pathAfterSignIn(place));
  const signedOut = url.searchParams.get('done') === 'signed-out';
  const again = person?.kind === 'customer';
  return json({
    language,
    signedOut,
    again,
    place,
    onKiosk: kiosk !== null,
    calls: context.services.canCallWithCode(),
  });
});

export const action = allowAnyone(async ({ request, url, context, kiosk }) => {
  const { contact = '' } = await readAnswers(request);
  const { services, address, requestId, publicUrl } = context;
  const browserSecret = readSignInCookie(request) ?? services.newBrowserSecret();
  const language = context.chosenLanguage;
  // A code by email would have its mailbox opened on a computer that others use.
  if (kiosk && contact.includes('@'))
    return json({ errors: { contact: 'phone_only' as const }, values: { contact } }, 422);
  const asked = { contact, browserSecret, address, language, requestId };
  const sent = await inEvenTime(() => services.sendSignInCode(asked));
  if (sent.ok) {
    const next = onTheWayTo(placeIn(url), `/sign-in/code?by=${sent.by}`);
    return redirectWithin(next, { 'Set-Cookie': signInCookie(publicUrl, browserSecret) });
  }
  const status = sent.reason === 'too_many' ? 429 : 422;
  return json({ errors: { contact: sent.reason }, values: { contact } }, { status });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(signInWords.in(data.language).title, data.language) : [];

/** One question: where to send a code. */
export default function SignIn() {
  const { language, signedOut, again, place, calls, onKiosk } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = signInWords.in(language);
  const here = kioskWords.in(language).signIn;
  const asked = onKiosk ? here : words;
  const reason = answer?.errors.contact;
  const wrong = reason && (reason === 'phone_only' ? here.phoneOnly : words.errors[reason]);
  return (
    <QuestionPage language={language} error={wrong ? { text: wrong, field: 'contact' } : undefined}>
      {signedOut && !answer && (
        <NotificationBanner type="success" title={frameWords.in(language).done}>
          {words.signedOut}
        </NotificationBanner>
      )}
      {again && <InsetText>{words.again}</InsetText>}
      <form method="post" action={onTheWayTo(place, '/sign-in')} noValidate>
        <Input
          name="contact"
          label={{ text: asked.question, classes: 'govuk-label--l', isPageHeading: true }}
          hint={calls ? asked.hint : asked.hintNoCalls}
          error={errorBeside(wrong, language)}
          defaultValue={answer?.values.contact}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button>{words.submit}</Button>
      </form>
      <OtherWays language={language} place={place} but="code" />
    </QuestionPage>
  );
}
