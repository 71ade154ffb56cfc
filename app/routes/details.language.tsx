import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { Radios } from '~/components/design-system/radios';
import { pageTitle } from '~/components/page-title';
import { errorBeside, QuestionPage } from '~/components/question-page';
import { LANGUAGES } from '~/domain/language';
import { allowCustomer } from '~/http/allow.server';
import { readLanguage } from '~/http/details-forms.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { detailsWords } from '~/i18n/pages/details';

export const loader = allowCustomer(({ person, language }) => json({ language, recorded: person.language }));

/** The address that is answered with sets the language of this device as well: see `chosenLanguage`. */
export const action = allowCustomer(async ({ person, request, context }) => {
  const language = readLanguage(await readAnswers(request));
  if (!language) return json({ errors: { language: 'choose' } }, { status: 422 });
  await context.services.saveOwnLanguage({ customerId: person.id, language });
  return redirectWithin(`/details?done=language&lang=${language}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(detailsWords.in(data.language).language.title, data.language) : [];

export default function DetailsLanguage() {
  const { language, recorded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = detailsWords.in(language).language;
  const wrong = answer && words.error;
  return (
    <QuestionPage language={language} back="/details" error={wrong ? { text: wrong, field: 'language' } : undefined}>
      <form method="post" action="/details/language">
        <Radios
          name="language"
          value={answer ? null : recorded}
          fieldset={{ legend: { text: words.question, classes: 'govuk-fieldset__legend--l', isPageHeading: true } }}
          hint={words.hint}
          error={errorBeside(wrong, language)}
          items={LANGUAGES.map((value) => ({ value, text: words.names[value] }))}
        />
        <Button>{words.save}</Button>
      </form>
    </QuestionPage>
  );
}
