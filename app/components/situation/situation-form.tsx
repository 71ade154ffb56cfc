import { Button } from '~/components/design-system/button';
import { Checkboxes } from '~/components/design-system/checkboxes';
import { Textarea } from '~/components/design-system/textarea';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { BARRIERS, type Barrier } from '~/domain/situation/barrier';
import { situationWords } from '~/i18n/pages/situation';

interface Props {
  values: { kinds: readonly Barrier[]; note: string };
  errors: { barrier?: string; note?: string };
  language: Language;
}

/** What somebody chooses to tell: ticks, and words of their own. */
export function SituationForm({ values, errors, language }: Props) {
  const words = situationWords.in(language);
  return (
    <form method="post" action="/situation?index" noValidate>
      <Checkboxes
        name="barrier"
        fieldset={{ legend: { text: words.question, classes: 'govuk-fieldset__legend--l', isPageHeading: true } }}
        hint={
          <>
            {words.hint} {words.safe}
          </>
        }
        error={errorBeside(errors.barrier, language)}
        values={values.kinds}
        items={BARRIERS.map((kind) => ({ value: kind, text: words.barriers[kind] }))}
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
