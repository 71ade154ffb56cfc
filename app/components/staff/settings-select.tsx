import { ErrorMessage, FormGroup, Label, type ErrorText } from '~/components/design-system/form-parts';

interface Props {
  name: string;
  label: string;
  options: readonly { value: string; text: string }[];
  value: string;
  error: ErrorText | undefined;
}

/** One answer out of many, or out of names. */
export function SettingsSelect({ name, label, options, value, error }: Props) {
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
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
