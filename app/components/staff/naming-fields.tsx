import { ErrorMessage, FormGroup, Label } from '~/components/design-system/form-parts';
import { Textarea } from '~/components/design-system/textarea';
import { errorBeside } from '~/components/question-page';
import { CHOSEN_REASONS } from '~/domain/adviser/term';
import type { Language } from '~/domain/language';
import { customersWords } from '~/i18n/pages/customers';

interface SelectProps {
  name: string;
  label: string;
  none: string;
  options: readonly { value: string; text: string }[];
  value: string;
  problem?: string;
  language: Language;
}

/** One of several, with nothing chosen beforehand. */
export function Select({ name, label, none, options, value, problem, language }: SelectProps) {
  const error = errorBeside(problem, language);
  return (
    <FormGroup error={error}>
      <Label htmlFor={name}>{label}</Label>
      {error && <ErrorMessage id={`${name}-error`} error={error} />}
      <select
        className={error ? 'govuk-select govuk-select--error' : 'govuk-select'}
        id={name}
        name={name}
        defaultValue={value}
        aria-describedby={error ? `${name}-error` : undefined}
      >
        <option value="">{none}</option>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}

interface Props {
  language: Language;
  values: { reason: string; note: string };
  problems: { reason?: string; note?: string };
}

/** Why somebody gets another adviser, and what colleagues should know. */
export function WhyFields({ language, values, problems }: Props) {
  const { adviser: words, termReasons } = customersWords.in(language);
  return (
    <>
      <Select
        name="reason"
        label={words.reason}
        none={words.choose}
        options={CHOSEN_REASONS.map((reason) => ({ value: reason, text: termReasons[reason] }))}
        value={values.reason}
        problem={problems.reason}
        language={language}
      />
      <Textarea
        name="note"
        label={{ text: words.note }}
        hint={words.noteHint}
        rows={2}
        defaultValue={values.note}
        error={errorBeside(problems.note, language)}
      />
    </>
  );
}
