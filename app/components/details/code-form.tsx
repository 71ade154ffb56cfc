import { Button } from '~/components/design-system/button';
import { Input } from '~/components/design-system/input';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { plural } from '~/i18n/format';
import { ownContactsWords } from '~/i18n/pages/own-contacts';

type CodeProblem = keyof ReturnType<typeof ownContactsWords.in>['code']['errors'];

/** What is wrong with a code that was typed. */
export interface WrongCode {
  reason: CodeProblem;
  triesLeft: number;
  typed: string;
}

export function wrongCodeWords(wrong: WrongCode, language: Language): string {
  const { errors, triesLeft } = ownContactsWords.in(language).code;
  return wrong.reason === 'wrong' ? errors.wrong(plural(language, wrong.triesLeft, triesLeft)) : errors[wrong.reason];
}

/** Six digits that came by text or email. */
export function CodeForm(props: { language: Language; action: string; sent: string; wrong?: WrongCode }) {
  const { language, action, sent, wrong } = props;
  const words = ownContactsWords.in(language).code;
  return (
    <form method="post" action={action} noValidate>
      <Input
        name="code"
        label={{ text: words.question, classes: 'govuk-label--l', isPageHeading: true }}
        hint={sent}
        error={errorBeside(wrong && wrongCodeWords(wrong, language), language)}
        classes="govuk-input--width-10 govuk-input--extra-letter-spacing"
        defaultValue={wrong?.typed}
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
      />
      <Button>{words.submit}</Button>
    </form>
  );
}
