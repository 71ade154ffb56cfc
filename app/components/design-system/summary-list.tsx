import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface SummaryRow {
  key: ReactNode;
  value: ReactNode;
  classes?: string;
  /** What can be done about it; `about` says to which row it belongs, for those who hear the link alone; empty where the text says it. */
  actions?: readonly { href: string; text: string; about: string }[];
}

/** Facts with their names. */
export function SummaryList({ rows, classes }: { rows: readonly SummaryRow[]; classes?: string }) {
  return (
    <dl className={classNames('govuk-summary-list', classes)}>
      {rows.map((row, index) => (
        <div key={index} className={classNames('govuk-summary-list__row', row.classes)}>
          <dt className="govuk-summary-list__key">{row.key}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
          {row.actions && <Actions actions={row.actions} />}
        </div>
      ))}
    </dl>
  );
}

function Actions({ actions }: { actions: NonNullable<SummaryRow['actions']> }) {
  const links = actions.map(({ href, text, about }) => (
    <a key={href} className="govuk-link" href={href}>
      {text}
      {about && <span className="govuk-visually-hidden">{about}</span>}
    </a>
  ));
  return (
    <dd className="govuk-summary-list__actions">
      {links.length === 1 ? (
        links
      ) : (
        <ul className="govuk-summary-list__actions-list">
          {links.map((link) => (
            <li key={link.key} className="govuk-summary-list__actions-list-item">
              {link}
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}
