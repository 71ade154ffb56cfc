import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { QuestionPage } from '~/components/question-page';
import { OtherWays } from '~/components/sign-in/other-ways';
import { PasskeyForm } from '~/components/sign-in/passkey-form';
import { onTheWayTo } from '~/domain/access/fresh-sign-in';
import { allowAnyone } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { readSignInCookie } from '~/http/sign-in-cookie.server';
import { arrivalOf, goOnSignedIn, placeIn } from '~/http/signing-in.server';
import { signInWords } from '~/i18n/pages/sign-in';

export const loader = allowAnyone(({ person, language, url, context }) => {
  const place = placeIn(url);
  if (person?.kind === 'customer' && !place) throw redirectWithin('/');
  return json({ language, place, nonce: context.nonce, available: context.services.passkeysAvailable });
});

export const action = allowAnyone(async ({ request, url, context, kiosk }) => {
  const { answer = '' } = await readAnswers(request);
  const { services, address, publicUrl } = context;
  const browserSecret = readSignInCookie(request) ?? '';
  const signedIn = await services.signInWithPasskey({ answer, browserSecret, address, ...arrivalOf(request, kiosk) });
  if (signedIn.ok) return goOnSignedIn(publicUrl, signedIn.cookie, placeIn(url));
  return json({ errors: { passkey: signedIn.reason } }, { status: signedIn.reason === 'too_many' ? 429 : 422 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(signInWords.in(data.language).passkey.title, data.language) : [];

/** For those who have added a passkey. */
export default function SignInWithPasskey() {
  const { language, place, nonce, available } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = signInWords.in(language).passkey;
  const error = answer && { text: words.errors[answer.errors.passkey], field: 'passkey-part' };
  return (
    <QuestionPage language={language} back={onTheWayTo(place, '/sign-in')} error={error}>
      <h1 className="govuk-heading-l">{words.heading}</h1>
      <div id="passkey-part">
        {error && <p className="govuk-error-message">{error.text}</p>}
        <PasskeyForm
          action={onTheWayTo(place, '/sign-in/passkey')}
          question="/sign-in/passkey/question"
          {...{ nonce, available }}
          text={words.text}
          submit={words.submit}
          failed={words.failed}
        >
          <p className="govuk-body">
            {words.none} {words.noneText}
          </p>
          <p className="govuk-body">
            <a className="govuk-link" href={onTheWayTo(place, '/sign-in')}>
              {words.noneLink}
            </a>
          </p>
        </PasskeyForm>
      </div>
      <OtherWays language={language} place={place} but="passkey" />
    </QuestionPage>
  );
}
