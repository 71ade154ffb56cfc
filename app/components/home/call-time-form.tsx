import { callWords } from '~/components/appointment/call-me';
import { Button } from '~/components/design-system/button';
import { QuestionPage } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { callRequestWords, type CallRequestProblem } from '~/i18n/pages/call-request';
import type { CallTimes } from '~/services/view-call-times.server';
import { CallTimeFields, callTimeField } from './call-time-fields';

interface Props {
  language: Language;
  times: CallTimes;
  problem?: CallRequestProblem;
  values?: { day: string; part: string };
}

/** Two questions: on which day, and at what time of day, it is good to be called. */
export function CallTimeForm({ language, times, problem, values }: Props) {
  const words = callRequestWords.in(language);
  const { zone, now, callDueAt } = times;
  const error = problem && { text: words.errors[problem], field: callTimeField(problem) };
  return (
    <QuestionPage language={language} back="/" error={error}>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{callDueAt === null ? words.lead : callWords(callDueAt, now, zone, language)}</p>
      <form method="post" action="/call-request" noValidate>
        <CallTimeFields {...{ language, times, problem, values }} soon={words.soon} />
        <Button>{words.submit}</Button>
      </form>
    </QuestionPage>
  );
}
