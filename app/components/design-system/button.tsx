import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface ButtonProps {
  children: ReactNode;
  /** With an address it is a link that looks like a button. */
  href?: string;
  classes?: string;
  name?: string;
  value?: string;
  type?: 'submit' | 'button';
  id?: string;
  disabled?: boolean;
  /** Sends its form somewhere else than the form says. */
  formAction?: string;
}

/** GOV.UK Frontend's button. */
export function Button({ children, href, classes, type = 'submit', disabled, ...rest }: ButtonProps) {
  const className = classNames('govuk-button', classes);
  if (href) {
    return (
      <a href={href} draggable="false" className={className} id={rest.id}>
        {children}
      </a>
    );
  }
  return (
    <button type={type} className={className} disabled={disabled} aria-disabled={disabled || undefined} {...rest}>
      {children}
    </button>
  );
}
