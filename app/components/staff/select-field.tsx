import type { ReactNode } from 'react';
import { ErrorMessage, FormGroup, Label, type ErrorText } from '~/components/design-system/form-parts';

interface Props {
  name: string;
  /** The name, when not given. */
  id?: string;
  label: ReactNode;
  items: readonly { value: string; text: string }[];
  value: string;
  error?: ErrorText;
}

/** One answer out of a list that would be too long to lay out. */
export function SelectField({ name, id = name, label, items, value, error }: Props) {
  return (
    <FormGroup error={error}>
      <Label htmlFor={id}>{label}</Label>
      {error && <ErrorMessage id={`${id}-error`} error={error} />}
      <select
        className={error ? 'govuk-select govuk-select--error' : 'govuk-select'}
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={error ? `${id}-error` : undefined}
      >
        {items.map((one) => (
          <option key={one.value} value={one.value}>
            {one.text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
