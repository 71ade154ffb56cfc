import { Button } from '~/components/design-system/button';
import { Input } from '~/components/design-system/input';
import { errorBeside, QuestionPage } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { kioskWords } from '~/i18n/pages/kiosk';

interface Props {
  language: Language;
  /** What was wrong with the number. */
  problem: 'malformed' | 'wrong' | 'too_many' | null;
}

/** A locked computer: it waits for a colleague's number of today. */
export function LockedKiosk({ language, problem }: Props) {
  const words = kioskWords.in(language).locked;
  const wrong = problem ? words.errors[problem] : undefined;
  return (
    <QuestionPage language={language} error={wrong ? { text: wrong, field: 'pin' } : undefined}>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{words.text}</p>
      <h2 className="govuk-heading-m">{words.forStaff}</h2>
      <form method="post" action="/kiosk/opening" noValidate>
        <Input
          name="pin"
          type="password"
          label={{ text: words.pin }}
          hint={words.hint}
          error={errorBeside(wrong, language)}
          classes="govuk-input--width-10"
          inputMode="numeric"
          autoComplete="off"
        />
        <Button>{words.submit}</Button>
      </form>
    </QuestionPage>
  );
}
