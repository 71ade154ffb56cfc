import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { errorBeside, QuestionPage } from '~/components/question-page';
import { Button } from '~/components/design-system/button';
import { Input } from '~/components/design-system/input';
import { Details } from '~/components/design-system/text-blocks';
import { pageTitle } from '~/components/page-title';
import { onTheWayTo } from '~/domain/access/fresh-sign-in';
import type { Language } from '~/domain/language';
import { allowAnyone } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { readSignInCookie } from '~/http/sign-in-cookie.server';
import { arrivalOf, goOnSignedIn, placeIn } from '~/http/signing-in.server';
import { plural } from '~/i18n/format';
import { signInWords } from '~/i18n/pages/sign-in';

const WAYS = ['text', 'email', 'call'] as const;

export const loader = allowAnyone(({ request, language, url, context }) => {
  if (!readSignInCookie(request)) throw redirectWithin('/sign-in');
  // What was typed, not who has it: for people we do not know the page is the same.
  const by = WAYS.find((way) => way === url.searchParams.get('by')) ?? null;
  const mayCall = by !== 'email' && context.services.canCallWithCode();
  return json({ language, by, mayCall, place: placeIn(url) });
});

export const action = allowAnyone(async ({ request, url, context, kiosk }) => {
  const browserSecret = readSignInCookie(request);
  if (!browserSecret) return redirectWithin('/sign-in');
  const { code: typed = '' } = await readAnswers(request);
  const code = typed.replace(/[\s-]/g, '');
  const wrong = (reason: Wrong, triesLeft = 0, status = 422) =>
    json({ errors: { code: reason }, triesLeft, values: { code: typed } }, { status });
  if (!/^\d{6}$/.test(code)) return wrong('malformed');

  const { services, address, publicUrl } = context;
  const checked = await services.checkSignInCode({ code, browserSecret, address, ...arrivalOf(request, kiosk) });
  if (checked.ok) return goOnSignedIn(publicUrl, checked.cookie, placeIn(url));
  const triesLeft = checked.reason === 'wrong' ? checked.triesLeft : 0;
  return wrong(checked.reason, triesLeft, checked.reason === 'too_many' ? 429 : 422);
});

type Wrong = keyof ReturnType<typeof signInWords.in>['code']['errors'];

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(signInWords.in(data.language).code.title, data.language) : [];

/** The code that was sent. */
export default function SignInCode() {
  const { language, by, mayCall, place } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = signInWords.in(language).code;
  const over = answer?.errors.code === 'used_up' || answer?.errors.code === 'expired';
  const wrong = answer && wrongWords(answer.errors.code, answer.triesLeft, language);
  const start = onTheWayTo(place, '/sign-in');
  return (
    <QuestionPage language={language} back={start} error={wrong ? { text: wrong, field: 'code' } : undefined}>
      <form method="post" action={onTheWayTo(place, by ? `/sign-in/code?by=${by}` : '/sign-in/code')} noValidate>
        <Input
          name="code"
          label={{ text: words.question, classes: 'govuk-label--l', isPageHeading: true }}
          hint={by === 'call' ? words.calling : words.sent}
          error={errorBeside(wrong, language)}
          classes="govuk-input--width-10 govuk-input--extra-letter-spacing"
          defaultValue={answer?.values.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <Button classes={over ? 'govuk-button--secondary' : undefined}>{words.submit}</Button>
      </form>
      {over && (
        <form method="get" action="/sign-in">
          {place && <input type="hidden" name="then" value={place} />}
          <Button>{words.askAgain}</Button>
        </form>
      )}
      <Details summary={words.again}>
        <p className="govuk-body">{words.againText}</p>
        <p className="govuk-body">
          <a className="govuk-link" href={start}>
            {words.askAgain}
          </a>
        </p>
        {mayCall && (
          <form method="post" action={onTheWayTo(place, '/sign-in/call')}>
            <p className="govuk-body">{words.callText}</p>
            <Button classes="govuk-button--secondary">{words.call}</Button>
          </form>
        )}
      </Details>
    </QuestionPage>
  );
}

function wrongWords(reason: Wrong, triesLeft: number, language: Language): string {
  const { errors, triesLeft: forms } = signInWords.in(language).code;
  return reason === 'wrong' ? errors.wrong(plural(language, triesLeft, forms)) : errors[reason];
}
