import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { ErrorMessage, FormGroup, Hint, Label, type ErrorText } from './form-parts';

interface TextareaProps {
  name: string;
  /** The name, when not given. */
  id?: string;
  label: { text: ReactNode; classes?: string; isPageHeading?: boolean };
  hint?: ReactNode;
  error?: ErrorText;
  classes?: string;
  rows?: number;
  defaultValue?: string;
  autoComplete?: string;
  spellCheck?: boolean;
}

/** Several lines of text. */
export function Textarea({ name, id = name, label, hint, error, classes, rows = 5, ...rest }: TextareaProps) {
  const describedBy = classNames(hint !== undefined && `${id}-hint`, error && `${id}-error`);
  return (
    <FormGroup error={error}>
      <Label htmlFor={id} classes={label.classes} isPageHeading={label.isPageHeading}>
        {label.text}
      </Label>
      {hint !== undefined && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`} error={error} />}
      <textarea
        className={classNames('govuk-textarea', classes, error && 'govuk-textarea--error')}
        id={id}
        name={name}
        rows={rows}
        aria-describedby={describedBy || undefined}
        {...rest}
      />
    </FormGroup>
  );
}
