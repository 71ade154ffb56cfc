import { Button } from '~/components/design-system/button';
import type { FeedbackAnswer } from '~/domain/appointment/appointment';
import type { Language } from '~/domain/language';
import { ownAppointmentsWords } from '~/i18n/pages/own-appointments';

interface Props {
  answer: FeedbackAnswer | null;
  base: string;
  language: Language;
}

/** The way to the question after a meeting; or what was said, and the way to change it. */
export function GiveFeedback({ answer, base, language }: Props) {
  const words = ownAppointmentsWords.in(language).feedback;
  if (answer === null)
    return (
      <form method="get" action={`${base}/feedback`}>
        <Button>{words.tell}</Button>
      </form>
    );
  return (
    <p className="govuk-body">
      {words.said(words.answers[answer])}{' '}
      <a className="govuk-link wm-screen" href={`${base}/feedback`}>
        {words.change}
      </a>
    </p>
  );
}
