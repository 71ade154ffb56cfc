import { json, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/design-system/button';
import { Checkboxes } from '~/components/design-system/checkboxes';
import { Radios } from '~/components/design-system/radios';
import { pageTitle } from '~/components/page-title';
import { errorBeside, QuestionPage } from '~/components/question-page';
import { LANGUAGES } from '~/domain/language';
import { allowCustomer } from '~/http/allow.server';
import { readLanguage } from '~/http/details-forms.server';
import { readAnswers } from '~/http/form-answers.server';
import { redirectWithin } from '~/http/redirect-within.server';
import { detailsWords } from '~/i18n/pages/details';

export const loader = allowCustomer(async ({ person, language, context }) => {
  const { bilingualLetters } = await context.services.viewDetails({ customerId: person.id });
  return json({ language, recorded: person.language, both: bilingualLetters });
});

/** The address that is answered with sets the language of this device as well: see `chosenLanguage`. */
export const action = allowCustomer(async ({ person, request, context }) => {
  const answers = await readAnswers(request);
  const language = readLanguage(answers);
  const bilingualLetters = answers.both === 'yes';
  if (!language) return json({ errors: { language: 'choose' }, both: bilingualLetters }, { status: 422 });
  await context.services.saveOwnLanguage({ customerId: person.id, language, bilingualLetters });
  return redirectWithin(`/details?done=language&lang=${language}`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageTitle(detailsWords.in(data.language).language.title, data.language) : [];

export default function DetailsLanguage() {
  const { language, recorded, both } = useLoaderData<typeof loader>();
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
        <Checkboxes
          name="both"
          values={(answer?.both ?? both) ? ['yes'] : []}
          hint={words.bothHint}
          items={[{ value: 'yes', text: words.both }]}
        />
        <Button>{words.save}</Button>
      </form>
    </QuestionPage>
  );
}
