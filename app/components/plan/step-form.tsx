import { Button } from '~/components/design-system/button';
import { ErrorSummary } from '~/components/design-system/error-summary';
import { Input } from '~/components/design-system/input';
import { BackLink } from '~/components/design-system/links';
import { Radios } from '~/components/design-system/radios';
import { errorBeside } from '~/components/question-page';
import { DUE_CHOICES, nearDate } from '~/domain/plan/due-choice';
import type { StepFaults, StepValues } from '~/domain/plan/written-step';
import type { Language } from '~/domain/language';
import { addDays } from '~/domain/time/wall-clock';
import { formatDate } from '~/i18n/format';
import { frameWords } from '~/i18n/pages/frame';
import { planWords } from '~/i18n/pages/plan';
import { DateFields } from './date-fields';

interface Props {
  language: Language;
  title: string;
  /** Where it goes, and where somebody comes from who changes their mind. */
  action: string;
  back: string;
  submit: string;
  /** So that the same form sent twice adds one step; null where there is one. */
  formId: string | null;
  values: StepValues;
  faults: StepFaults;
  today: string;
}

/** What somebody will do, and by when. */
export function StepForm({ language, title, action, back, submit, formId, values, faults, today }: Props) {
  const words = planWords.in(language).form;
  const frame = frameWords.in(language);
  const dateFault = faults.due !== undefined && faults.due !== 'choose';
  const errors = [
    ...(faults.action ? [{ text: words.errors[faults.action], href: '#action' }] : []),
    ...(faults.due ? [{ text: words.errors[faults.due], href: dateFault ? '#day' : '#due' }] : []),
  ];
  const error = (text: string | false | undefined) => errorBeside(text || undefined, language);
  const example = addDays(today, 10);
  return (
    <>
      <BackLink href={back}>{frame.back}</BackLink>
      {errors.length > 0 && <ErrorSummary title={frame.problem} errors={errors} />}
      <h1 className="govuk-heading-l">{title}</h1>
      <form method="post" action={action} noValidate>
        {formId !== null && <input type="hidden" name="form" value={formId} />}
        <Input
          name="action"
          label={{ text: words.action, classes: 'govuk-label--m' }}
          hint={words.actionHint}
          error={error(faults.action && words.errors[faults.action])}
          defaultValue={values.action}
          autoComplete="off"
        />
        <Radios
          name="due"
          fieldset={{ legend: { text: words.due, classes: 'govuk-fieldset__legend--m' } }}
          error={error(faults.due === 'choose' && words.errors.choose)}
          value={values.due}
          items={DUE_CHOICES.map((choice) => ({
            value: choice,
            text: words.choices[choice],
            hint: choice === 'date' ? undefined : words.until(formatDate(nearDate(choice, today), 'UTC', language)),
          }))}
        />
        <DateFields
          legend={words.dateLegend}
          hint={words.dateHint(`${Number(example.slice(8))} ${Number(example.slice(5, 7))} ${example.slice(0, 4)}`)}
          labels={words}
          values={values}
          error={error(dateFault && faults.due && words.errors[faults.due])}
        />
        <Button>{submit}</Button>
      </form>
    </>
  );
}
