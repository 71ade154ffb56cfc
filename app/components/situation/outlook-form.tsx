import { Button } from '~/components/design-system/button';
import { Radios } from '~/components/design-system/radios';
import { Textarea } from '~/components/design-system/textarea';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { ATTITUDES, CONFIDENCES } from '~/domain/situation/outlook';
import { outlookWords } from '~/i18n/pages/outlook';

interface Props {
  values: { confidence: string; attitude: string; note: string };
  errors: { confidence?: string; note?: string };
  language: Language;
}

/** How sure somebody feels, how they look at it, and words of their own; none of it has to be answered. */
export function OutlookForm({ values, errors, language }: Props) {
  const words = outlookWords.in(language);
  const skip = { value: '', text: words.skip };
  return (
    <form method="post" action="/situation/outlook?index" noValidate>
      <Radios
        name="confidence"
        fieldset={{ legend: { text: words.confidence, classes: 'govuk-fieldset__legend--s' } }}
        error={errorBeside(errors.confidence, language)}
        value={values.confidence}
        items={[...CONFIDENCES.map((one) => ({ value: one, text: words.confidences[one] })), skip]}
      />
      <Radios
        name="attitude"
        fieldset={{ legend: { text: words.attitude, classes: 'govuk-fieldset__legend--s' } }}
        value={values.attitude}
        items={[...ATTITUDES.map((one) => ({ value: one, text: words.attitudes[one] })), skip]}
      />
      <Textarea
        name="note"
        label={{ text: words.note, classes: 'govuk-label--s' }}
        hint={words.noteHint}
        error={errorBeside(errors.note, language)}
        rows={4}
        defaultValue={values.note}
      />
      <Button>{words.submit}</Button>
    </form>
  );
}
