import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface LinkProps {
  href: string;
  children: ReactNode;
  classes?: string;
}

/** Back to the page before, at the top of a page. */
export function BackLink({ href, children, classes }: LinkProps) {
  return (
    <a href={href} className={classNames('govuk-back-link', classes)}>
      {children}
    </a>
  );
}

/** For those who would otherwise have to walk through the header on every page. */
export function SkipLink({ href, children, classes }: LinkProps) {
  return (
    <a href={href} className={classNames('govuk-skip-link', classes)}>
      {children}
    </a>
  );
}
