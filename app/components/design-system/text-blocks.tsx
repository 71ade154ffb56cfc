import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface Block {
  children: ReactNode;
  classes?: string;
  id?: string;
}

/** Text set apart from the rest. */
export function InsetText({ children, classes, id }: Block) {
  return (
    <div id={id} className={classNames('govuk-inset-text', classes)}>
      {children}
    </div>
  );
}

/** A word or two about the state of a thing. */
export function Tag({ children, classes }: Block) {
  return <strong className={classNames('govuk-tag', classes)}>{children}</strong>;
}

/** Text that must not be missed. `iconText` says "Warning" in the language of the page. */
export function WarningText({ children, classes, iconText }: Block & { iconText: string }) {
  return (
    <div className={classNames('govuk-warning-text', classes)}>
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">{iconText}</span> {children}
      </strong>
    </div>
  );
}

/** More, for those who want it. */
export function Details({ children, classes, id, summary, open }: Block & { summary: ReactNode; open?: boolean }) {
  return (
    <details id={id} className={classNames('govuk-details', classes)} open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
