import { classNames } from './class-names';

interface ErrorSummaryProps {
  title: string;
  /** Each with the id of the answer it is about. */
  errors: readonly { text: string; href?: string }[];
  classes?: string;
}

/** Everything that is wrong with the answers, at the top of the page. */
export function ErrorSummary({ title, errors, classes }: ErrorSummaryProps) {
  return (
    <div className={classNames('govuk-error-summary', classes)}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map((error) => (
              <li key={error.text}>{error.href ? <a href={error.href}>{error.text}</a> : error.text}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
