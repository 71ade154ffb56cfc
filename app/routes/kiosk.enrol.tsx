import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { Input } from '~/components/design-system/input';
import { pageTitle } from '~/components/page-title';
import { errorBeside, QuestionPage } from '~/components/question-page';
import { allowAnyone } from '~/http/allow.server';
import { finishHere } from '~/http/finish-here.server';
import { readAnswers } from '~/http/form-answers.server';
import { kioskCookie } from '~/http/session-cookie.server';
import { waitFor } from '~/http/signing-in.server';
import { kioskWords } from '~/i18n/pages/kiosk';

export const loader = allowAnyone(({ language }) => json({ language }));

/** Makes this browser a shared computer. Whoever was signed in with it is not any more. */
export const action = allowAnyone(async ({ request, context }) => {
  const { code = '' } = await readAnswers(request);
  const { services, address, publicUrl } = context;
  const enrolled = await services.enrolKiosk({ code, address });
  if (enrolled.ok) {
    const response = await finishHere(request, context, '/kiosk');
    response.headers.append('Set-Cookie', kioskCookie(publicUrl, enrolled.secret));
    return response;
  }
  const init = enrolled.reason === 'too_many' ? waitFor(enrolled.retryAfterSeconds) : { status: 422 };
  return json({ errors: { code: enrolled.reason } }, init);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(kioskWords.in(data.language).enrol.title, data.language) : [];

/** The code that a manager has made. */
export default function Enrol() {
  const { language } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = kioskWords.in(language).enrol;
  const reason = answer?.errors.code;
  const wrong = reason ? words.errors[reason] : undefined;
  return (
    <QuestionPage language={language} error={wrong ? { text: wrong, field: 'code' } : undefined}>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.text}</p>
      <form method="post" action="/kiosk/enrol" noValidate>
        <Input
          name="code"
          label={{ text: words.question }}
          hint={words.hint}
          error={errorBeside(wrong, language)}
          classes="govuk-input--width-10 govuk-input--extra-letter-spacing"
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <Button>{words.submit}</Button>
      </form>
    </QuestionPage>
  );
}
