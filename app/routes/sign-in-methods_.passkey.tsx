import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '~/components/page-title';
import { QuestionPage } from '~/components/question-page';
import { PasskeyForm } from '~/components/sign-in/passkey-form';
import { allowCustomer } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { mustBeFresh, ownCookie } from '~/http/sign-in-methods-desk.server';
import { arrivalOf } from '~/http/signing-in.server';
import { signInMethodsWords } from '~/i18n/pages/sign-in-methods';

export const loader = allowCustomer((visit) => {
  mustBeFresh(visit, 'passkey');
  const { language, context } = visit;
  return json({ language, nonce: context.nonce, available: context.services.passkeysAvailable });
});

export const action = allowCustomer(async (visit) => {
  mustBeFresh(visit, 'passkey');
  const { person, language, request, context } = visit;
  const { answer = '' } = await readAnswers(request);
  const added = await context.services.addPasskey({
    ...{ customerId: person.id, sessionCookie: ownCookie(request), answer, requestId: context.requestId },
    name: arrivalOf(request, visit.kiosk).device || signInMethodsWords.in(language).passkeys.defaultName,
  });
  if (added.ok) return redirectWithin('/sign-in-methods?done=passkey_added');
  return json({ errors: { passkey: added.reason } }, { status: 422 });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(signInMethodsWords.in(data.language).passkeys.addTitle, data.language) : [];

export default function AddPasskey() {
  const { language, nonce, available } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = signInMethodsWords.in(language).passkeys;
  const error = answer && { text: words.errors[answer.errors.passkey], field: 'passkey-part' };
  return (
    <QuestionPage language={language} back="/sign-in-methods" error={error}>
      <h1 className="govuk-heading-l">{words.addTitle}</h1>
      <p className="govuk-body">{words.what}</p>
      <div id="passkey-part">
        {error && <p className="govuk-error-message">{error.text}</p>}
        <PasskeyForm
          action="/sign-in-methods/passkey"
          question="/sign-in-methods/passkey/question"
          {...{ nonce, available }}
          text={words.addText}
          submit={words.addSubmit}
          failed={words.failed}
        >
          <p className="govuk-body">
            {words.noneHere} {words.noneHereText}
          </p>
        </PasskeyForm>
      </div>
    </QuestionPage>
  );
}
