import { callWords } from '~/components/appointment/call-me';
import { capitalised } from '~/components/appointment/shown-appointment';
import { Button } from '~/components/design-system/button';
import { Radios } from '~/components/design-system/radios';
import { errorBeside, QuestionPage } from '~/components/question-page';
import { DAY_PARTS } from '~/domain/messaging/call-wish';
import type { Language } from '~/domain/language';
import { formatDate, relativeDay } from '~/i18n/format';
import { callRequestWords, type CallRequestProblem } from '~/i18n/pages/call-request';
import type { CallTimes } from '~/services/view-call-times.server';

interface Props {
  language: Language;
  times: CallTimes;
  problem?: CallRequestProblem;
  values?: { day: string; part: string };
}

/** Two questions: on which day, and at what time of day, it is good to be called. */
export function CallTimeForm({ language, times, problem, values }: Props) {
  const words = callRequestWords.in(language);
  const { days, today, zone, now, callDueAt } = times;
  const field = problem === 'part' ? 'part' : 'day';
  const error = problem && { text: words.errors[problem], field };
  const errorOf = (name: string) =>
    errorBeside(problem && name === field ? words.errors[problem] : undefined, language);
  return (
    <QuestionPage language={language} back="/" error={error}>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{callDueAt === null ? words.lead : callWords(callDueAt, now, zone, language)}</p>
      <form method="post" action="/call-request" noValidate>
        <Radios
          name="day"
          value={values?.day ?? 'soon'}
          fieldset={{ legend: { text: words.day, classes: 'govuk-fieldset__legend--m' } }}
          error={errorOf('day')}
          items={[
            { value: 'soon', text: words.soon },
            ...days.map((date) => ({
              value: date,
              text: capitalised(relativeDay(date, today, language) ?? formatDate(date, zone, language)),
            })),
          ]}
        />
        <Radios
          name="part"
          value={values?.part ?? 'any'}
          fieldset={{ legend: { text: words.part, classes: 'govuk-fieldset__legend--m' } }}
          error={errorOf('part')}
          items={DAY_PARTS.map((value) => ({ value, text: words.parts[value] }))}
        />
        <Button>{words.submit}</Button>
      </form>
    </QuestionPage>
  );
}
