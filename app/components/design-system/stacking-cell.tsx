import type { ReactNode } from 'react';

interface Props {
  /** The heading of the column. On a phone, where each row becomes a list, it stands before the words. */
  label?: string;
  colSpan?: number;
  children: ReactNode;
}

/** A cell of a table that becomes a list on a phone (class `wm-stacks`). Those who hear the table know the heading already. */
export function StackingCell({ label, colSpan, children }: Props) {
  return (
    <td className="govuk-table__cell" colSpan={colSpan}>
      {label && (
        <span className="wm-stacks__label" aria-hidden="true">
          {label}:{' '}
        </span>
      )}
      {children}
    </td>
  );
}
