import { Button } from '~/components/design-system/button';
import { Checkboxes } from '~/components/design-system/checkboxes';
import { Radios } from '~/components/design-system/radios';
import { errorBeside } from '~/components/question-page';
import { CHOICES, HELPS_WANTED, QUESTIONS, type Question } from '~/domain/capability/answers';
import { AGE_BANDS } from '~/domain/capability/reassess';
import type { Language } from '~/domain/language';
import { profileWords } from '~/i18n/pages/profile';
import { answerNames } from './answer-names';

interface Props {
  language: Language;
  question: Question;
  answer: string | null;
  wants: readonly string[];
  error?: string;
}

/** One question on a page of its own; with the last, what would help. */
export function QuestionForm({ language, question, answer, wants, error }: Props) {
  const words = profileWords.in(language);
  const number = QUESTIONS.indexOf(question) + 1;
  return (
    <form method="post" noValidate>
      <p className="govuk-caption-l">{words.progress(`${number}`, `${QUESTIONS.length}`)}</p>
      <Radios
        name={question}
        fieldset={{
          legend: { text: words.questions[question], classes: 'govuk-fieldset__legend--l', isPageHeading: true },
        }}
        hint={words.hints[question]}
        error={errorBeside(error, language)}
        value={answer}
        items={choicesOf(question, language)}
      />
      {question === 'way' && <Wants language={language} wants={wants} />}
      <Button>{words.next}</Button>
    </form>
  );
}

/** What may be answered to a question, in words. */
export function choicesOf(question: Question, language: Language) {
  const names: Record<string, string> = answerNames(question, language);
  return CHOICES[question].map((value) => ({ value, text: names[value] }));
}

/** What they say would help. */
export function Wants({ language, wants }: Pick<Props, 'language' | 'wants'>) {
  const words = profileWords.in(language);
  return (
    <Checkboxes
      name="wants"
      fieldset={{ legend: { text: words.wants, classes: 'govuk-fieldset__legend--m' } }}
      hint={words.wantsHint}
      values={wants}
      items={HELPS_WANTED.map((value) => ({ value, text: words.choices.wants[value] }))}
    />
  );
}

/** The age, which may be left out. */
export function AgeRadios({
  language,
  value,
  error,
  heading,
}: {
  language: Language;
  value: string | null;
  error?: string;
  /** True where it is the question of the page. */
  heading: boolean;
}) {
  const words = profileWords.in(language);
  const size = heading ? 'l' : 'm';
  return (
    <Radios
      name="ageBand"
      fieldset={{
        legend: { text: words.age.question, classes: `govuk-fieldset__legend--${size}`, isPageHeading: heading },
      }}
      hint={words.age.hint}
      error={errorBeside(error, language)}
      value={value}
      items={[...AGE_BANDS, 'not_said' as const].map((band) => ({ value: band, text: words.choices.ageBand[band] }))}
    />
  );
}
