import { capitalised } from '~/components/appointment/shown-appointment';
import { Radios } from '~/components/design-system/radios';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { DAY_PARTS } from '~/domain/messaging/call-wish';
import { formatDate, relativeDay } from '~/i18n/format';
import { callRequestWords, type CallRequestProblem } from '~/i18n/pages/call-request';
import type { CallTimes } from '~/services/view-call-times.server';

interface Props {
  language: Language;
  times: Pick<CallTimes, 'days' | 'today' | 'zone'>;
  /** The first answer, in the words of whoever presses the button. */
  soon: string;
  problem?: CallRequestProblem;
  values?: { day: string; part: string };
}

/** On which day, and at what time of day, somebody is to be called. */
export function CallTimeFields({ language, times, soon, problem, values }: Props) {
  const words = callRequestWords.in(language);
  const errorOf = (name: string) =>
    errorBeside(problem && name === callTimeField(problem) ? words.errors[problem] : undefined, language);
  return (
    <>
      <Radios
        name="day"
        value={values?.day ?? 'soon'}
        fieldset={{ legend: { text: words.day, classes: 'govuk-fieldset__legend--m' } }}
        error={errorOf('day')}
        items={[
          { value: 'soon', text: soon },
          ...times.days.map((date) => ({
            value: date,
            text: capitalised(relativeDay(date, times.today, language) ?? formatDate(date, times.zone, language)),
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
    </>
  );
}

/** The field that a problem stands beside. */
export function callTimeField(problem: CallRequestProblem): 'day' | 'part' {
  return problem === 'part' ? 'part' : 'day';
}
