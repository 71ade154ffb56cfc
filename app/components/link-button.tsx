import type { ReactNode } from 'react';

/** The way to the next page where that is the thing to do: looks like a button, and is a link. */
export function LinkButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="govuk-button" draggable="false">
      {children}
    </a>
  );
}
