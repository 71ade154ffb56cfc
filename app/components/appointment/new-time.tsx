import { Button } from '~/components/design-system/button';
import { Radios, type RadioItem } from '~/components/design-system/radios';
import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import { formatDate, formatTime, relativeDay } from '~/i18n/format';
import { appointmentWords } from '~/i18n/pages/appointment';
import { errorBeside, QuestionPage } from '~/components/question-page';
import { capitalised } from './shown-appointment';

interface Props {
  language: Language;
  base: string;
  back: string;
  adviser: string;
  /** Free start instants (ms). */
  times: readonly number[];
  zone: string;
  /** The date at the office now. */
  today: string;
  error?: 'choose' | 'taken';
}

/** Another time with the same adviser, or a call to find one. */
export function NewTime({ language, base, back, adviser, times, zone, today, error }: Props) {
  const words = appointmentWords.in(language).newTime;
  const wrong = error && words[error];
  const legend = { text: words.question, classes: 'govuk-fieldset__legend--l', isPageHeading: true };
  const items: RadioItem[] = [
    ...times.map((time) => ({ value: String(time), text: slotWords(time, zone, today, language) })),
    { divider: words.or },
    { value: 'call', text: words.askForCall(adviser) },
  ];
  return (
    <QuestionPage language={language} back={back} error={wrong ? { text: wrong, field: 'choice' } : undefined}>
      <form method="post" action={`${base}/new-time`}>
        {times.length > 0 ? (
          <>
            <Radios
              name="choice"
              fieldset={{ legend }}
              hint={words.hint(adviser)}
              error={errorBeside(wrong, language)}
              items={items}
            />
            <Button>{words.submit}</Button>
          </>
        ) : (
          <>
            <h1 className="govuk-heading-l">{words.title}</h1>
            <p className="govuk-body">{words.none(adviser)}</p>
            <Button id="choice" name="choice" value="call">
              {words.callMe(adviser)}
            </Button>
          </>
        )}
      </form>
    </QuestionPage>
  );
}

/** A free time in words: "Tomorrow, Tuesday 24 November, 2:30pm". `time` is an instant (ms), `today` a date. */
export function slotWords(time: number, zone: string, today: string, language: Language): string {
  const day = relativeDay(wallClockOf(time, zone).date, today, language);
  const date = formatDate(time, zone, language);
  const { slot } = appointmentWords.in(language).newTime;
  return slot(capitalised(day ? `${day}, ${date}` : date), formatTime(time, zone, language));
}
