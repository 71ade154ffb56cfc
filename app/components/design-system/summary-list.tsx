import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface SummaryRow {
  key: ReactNode;
  value: ReactNode;
  classes?: string;
}

/** Facts with their names. */
export function SummaryList({ rows, classes }: { rows: readonly SummaryRow[]; classes?: string }) {
  return (
    <dl className={classNames('govuk-summary-list', classes)}>
      {rows.map((row, index) => (
        <div key={index} className={classNames('govuk-summary-list__row', row.classes)}>
          <dt className="govuk-summary-list__key">{row.key}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
