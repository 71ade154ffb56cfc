import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface Legend {
  text: ReactNode;
  classes?: string;
  isPageHeading?: boolean;
}

interface FieldsetProps {
  legend?: Legend;
  describedBy?: string;
  classes?: string;
  role?: string;
  children?: ReactNode;
}

/** A group of answers to one question. */
export function Fieldset({ legend, describedBy, classes, role, children }: FieldsetProps) {
  return (
    <fieldset className={classNames('govuk-fieldset', classes)} role={role} aria-describedby={describedBy || undefined}>
      {legend && (
        <legend className={classNames('govuk-fieldset__legend', legend.classes)}>
          {legend.isPageHeading ? <h1 className="govuk-fieldset__heading">{legend.text}</h1> : legend.text}
        </legend>
      )}
      {children}
    </fieldset>
  );
}
