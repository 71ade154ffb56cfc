import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { Radios } from '~/components/design-system/radios';
import { Textarea } from '~/components/design-system/textarea';
import { errorBeside } from '~/components/question-page';
import { FEEDBACK_ANSWERS, type FeedbackAnswer } from '~/domain/appointment/appointment';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { ownAppointmentsWords } from '~/i18n/pages/own-appointments';

interface Props {
  language: Language;
  base: string;
  adviser: string;
  answer: FeedbackAnswer | null;
  comment: string;
  errors?: { answer?: 'choose'; comment?: 'tooLong' };
}

/** "Did you get what you needed?": one question, and room for more. */
export function Feedback({ language, base, adviser, answer, comment, errors = {} }: Props) {
  const words = ownAppointmentsWords.in(language).feedback;
  const frame = frameWords.in(language);
  const wrong = {
    answer: errors.answer && words[errors.answer],
    comment: errors.comment && words[errors.comment],
  };
  const all = (['answer', 'comment'] as const).flatMap((field) =>
    wrong[field] ? [{ text: wrong[field], href: `#${field}` }] : [],
  );
  return (
    <>
      <BackLink href={base}>{frame.back}</BackLink>
      {all.length > 0 && <ErrorSummary title={frame.problem} errors={all} />}
      <form method="post" action={`${base}/feedback`}>
        <Radios
          name="answer"
          value={answer}
          fieldset={{
            legend: { text: words.question(adviser), classes: 'govuk-fieldset__legend--l', isPageHeading: true },
          }}
          hint={words.hint}
          error={errorBeside(wrong.answer, language)}
          items={FEEDBACK_ANSWERS.map((one) => ({ value: one, text: words.answers[one] }))}
        />
        <Textarea
          name="comment"
          label={{ text: words.comment }}
          hint={words.commentHint(adviser)}
          error={errorBeside(wrong.comment, language)}
          rows={4}
          defaultValue={comment}
        />
        <Button>{words.submit}</Button>
      </form>
    </>
  );
}
