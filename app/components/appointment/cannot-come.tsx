import { Button } from '~/components/design-system/button';
import { Radios } from '~/components/design-system/radios';
import type { Language } from '~/domain/language';
import { appointmentWords } from '~/i18n/pages/appointment';
import { errorBeside, QuestionPage } from '~/components/question-page';

interface Props {
  language: Language;
  base: string;
  back: string;
  error?: 'wrong';
}

const OFFERED = ['unwell', 'work', 'caring', 'travel', 'other'] as const;

/** Why somebody cannot come: broad, and never required. */
export function CannotCome({ language, base, back, error }: Props) {
  const words = appointmentWords.in(language).reason;
  const wrong = error && words[error];
  return (
    <QuestionPage language={language} back={back} error={wrong ? { text: wrong, field: 'reason' } : undefined}>
      <form method="post" action={`${base}/cannot-come`}>
        <Radios
          name="reason"
          fieldset={{ legend: { text: words.question, classes: 'govuk-fieldset__legend--l', isPageHeading: true } }}
          hint={words.hint}
          error={errorBeside(wrong, language)}
          items={OFFERED.map((reason) => ({ value: reason, text: words.reasons[reason] }))}
        />
        <Button>{words.submit}</Button>
      </form>
    </QuestionPage>
  );
}
