import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { ErrorMessage, FormGroup, Hint, Label, type ErrorText } from './form-parts';

interface SelectProps {
  name: string;
  /** The name, when not given. */
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is shown while nothing is chosen; without it the first of the items is. */
  none?: string;
  items: readonly { value: string; text: string }[];
  defaultValue?: string;
  error?: ErrorText;
}

/** One answer out of many, in a list that opens. */
export function Select({ name, id = name, label, hint, none, items, defaultValue, error }: SelectProps) {
  const describedBy = classNames(hint !== undefined && `${id}-hint`, error && `${id}-error`);
  return (
    <FormGroup error={error}>
      <Label htmlFor={id}>{label}</Label>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`} error={error} />}
      <select
        className={classNames('govuk-select', error && 'govuk-select--error')}
        id={id}
        name={name}
        defaultValue={defaultValue}
        aria-describedby={describedBy || undefined}
      >
        {none !== undefined && <option value="">{none}</option>}
        {items.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
