import type { ReactNode } from 'react';
import { classNames } from './class-names';

/** A hint below a label or legend. */
export function Hint({ id, classes, children }: { id?: string; classes?: string; children: ReactNode }) {
  return (
    <div id={id} className={classNames('govuk-hint', classes)}>
      {children}
    </div>
  );
}

export interface ErrorText {
  text: string;
  /** "Error", in the language of the page. */
  visuallyHiddenText: string;
}

/** What is wrong with one answer, beside it. */
export function ErrorMessage({ id, error }: { id?: string; error: ErrorText }) {
  return (
    <p id={id} className="govuk-error-message">
      <span className="govuk-visually-hidden">{error.visuallyHiddenText}:</span> {error.text}
    </p>
  );
}

interface LabelProps {
  htmlFor: string;
  classes?: string;
  isPageHeading?: boolean;
  children: ReactNode;
}

export function Label({ htmlFor, classes, isPageHeading, children }: LabelProps) {
  const label = (
    <label className={classNames('govuk-label', classes)} htmlFor={htmlFor}>
      {children}
    </label>
  );
  return isPageHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}

/** Around one question; with an error it gets a bar at its side. */
export function FormGroup({ error, children }: { error?: ErrorText; children: ReactNode }) {
  return <div className={classNames('govuk-form-group', error && 'govuk-form-group--error')}>{children}</div>;
}
