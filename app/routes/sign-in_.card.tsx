import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { Input } from '~/components/design-system/input';
import { Details } from '~/components/design-system/text-blocks';
import { pageTitle } from '~/components/page-title';
import { errorBeside, QuestionPage } from '~/components/question-page';
import { OtherWays } from '~/components/sign-in/other-ways';
import { onTheWayTo } from '~/domain/access/fresh-sign-in';
import { allowAnyone } from '~/http/allow.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { arrivalOf, goOnSignedIn, placeIn, waitFor } from '~/http/signing-in.server';
import { signInWords } from '~/i18n/pages/sign-in';

export const loader = allowAnyone(({ person, language, url }) => {
  const place = placeIn(url);
  if (person?.kind === 'customer' && !place) throw redirectWithin('/');
  return json({ language, place });
});

export const action = allowAnyone(async ({ request, url, context, kiosk }) => {
  const { words = '' } = await readAnswers(request);
  const { services, address, publicUrl } = context;
  const result = await services.signInWithCard({ words, address, ...arrivalOf(request, kiosk) });
  if (result.ok) return goOnSignedIn(publicUrl, result.cookie, placeIn(url));
  const init = result.reason === 'too_many' ? waitFor(result.retryAfterSeconds) : { status: 422 };
  return json({ errors: { words: result.reason }, values: { words } }, init);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(signInWords.in(data.language).card.title, data.language) : [];

/** For those who were given a printed card. */
export default function SignInWithCard() {
  const { language, place } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = signInWords.in(language).card;
  const wrong = answer && words.errors[answer.errors.words];
  return (
    <QuestionPage
      language={language}
      back={onTheWayTo(place, '/sign-in')}
      error={wrong ? { text: wrong, field: 'words' } : undefined}
    >
      <form method="post" action={onTheWayTo(place, '/sign-in/card')} noValidate>
        <Input
          name="words"
          label={{ text: words.question, classes: 'govuk-label--l', isPageHeading: true }}
          hint={words.hint}
          error={errorBeside(wrong, language)}
          defaultValue={answer?.values.words}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button>{words.submit}</Button>
      </form>
      <Details summary={words.none}>{words.noneText}</Details>
      <OtherWays language={language} place={place} but="card" />
    </QuestionPage>
  );
}
