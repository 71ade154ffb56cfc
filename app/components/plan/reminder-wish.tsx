import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { Radios } from '~/components/design-system/radios';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { STEP_REMINDER_DAYS } from '~/domain/plan/step-reminder';
import { frameWords } from '~/i18n/pages/frame';
import { planWords } from '~/i18n/pages/plan';

interface Props {
  language: Language;
  values: { on?: string; days?: string };
  faults: readonly ('on' | 'days')[];
}

/** Whether to be reminded of steps, and how many days before. */
export function ReminderWish({ language, values, faults }: Props) {
  const words = planWords.in(language).wish;
  const frame = frameWords.in(language);
  const error = (field: 'on' | 'days') =>
    errorBeside(faults.includes(field) ? words.errors[field] : undefined, language);
  return (
    <>
      <BackLink href="/plan">{frame.back}</BackLink>
      {faults.length > 0 && (
        <ErrorSummary
          title={frame.problem}
          errors={faults.map((field) => ({ text: words.errors[field], href: `#${field}` }))}
        />
      )}
      <h1 className="govuk-heading-l">{words.title}</h1>
      <form method="post" action="/plan/reminders">
        <Radios
          name="on"
          fieldset={{ legend: { text: words.on, classes: 'govuk-fieldset__legend--m' } }}
          hint={words.onHint}
          error={error('on')}
          value={values.on}
          items={[
            { value: 'yes', text: words.yes },
            { value: 'no', text: words.no },
          ]}
        />
        <Radios
          name="days"
          fieldset={{ legend: { text: words.days, classes: 'govuk-fieldset__legend--m' } }}
          error={error('days')}
          value={values.days}
          items={STEP_REMINDER_DAYS.map((days) => ({ value: `${days}`, text: words.dayCount(days) }))}
        />
        <Button>{words.save}</Button>
      </form>
    </>
  );
}
