import { Select } from '~/components/design-system/select';
import { Textarea } from '~/components/design-system/textarea';
import { errorBeside } from '~/components/question-page';
import { CHOSEN_REASONS } from '~/domain/adviser/term';
import type { Language } from '~/domain/language';
import { customersWords } from '~/i18n/pages/customers';

interface Props {
  language: Language;
  values: { reason: string; note: string };
  problems: { reason?: string; note?: string };
}

/** Why somebody gets another adviser, and what colleagues should know. */
export function WhyFields({ language, values, problems }: Props) {
  const { adviser: words, termReasons } = customersWords.in(language);
  return (
    <>
      <Select
        name="reason"
        label={words.reason}
        none={words.choose}
        items={CHOSEN_REASONS.map((reason) => ({ value: reason, text: termReasons[reason] }))}
        defaultValue={values.reason}
        error={errorBeside(problems.reason, language)}
      />
      <Textarea
        name="note"
        label={{ text: words.note }}
        hint={words.noteHint}
        rows={2}
        defaultValue={values.note}
        error={errorBeside(problems.note, language)}
      />
    </>
  );
}
