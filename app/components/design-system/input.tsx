import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { ErrorMessage, FormGroup, Hint, Label, type ErrorText } from './form-parts';

interface InputProps {
  name: string;
  /** The name, when not given. */
  id?: string;
  label: { text: ReactNode; classes?: string; isPageHeading?: boolean };
  hint?: ReactNode;
  error?: ErrorText;
  classes?: string;
  type?: string;
  defaultValue?: string;
  autoComplete?: string;
  autoCapitalize?: string;
  inputMode?: 'numeric' | 'email' | 'tel' | 'text';
  pattern?: string;
  spellCheck?: boolean;
}

/** One line of text. */
export function Input({ name, id = name, label, hint, error, classes, type = 'text', ...rest }: InputProps) {
  const describedBy = classNames(hint !== undefined && `${id}-hint`, error && `${id}-error`);
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} classes={label.classes} isPageHeading={label.isPageHeading}>
        {label.text}
      </Label>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`} error={error} />}
      <input
        className={classNames('govuk-input', classes, error && 'govuk-input--error')}
        id={id}
        name={name}
        type={type}
        aria-describedby={describedBy || undefined}
        {...rest}
      />
    </FormGroup>
  );
}
