import { Button } from '~/components/design-system/button';
import type { FormValues } from '~/http/policy-form.server';
import type { Language } from '~/domain/language';
import type { PreviewedRule } from '~/domain/reminder/preview-policy';
import { formatDate, formatLongDate, formatOnDate, formatTime } from '~/i18n/format';
import { policyWords } from '~/i18n/pages/policy';
import { staffWords } from '~/i18n/pages/staff';

export interface Comparison {
  now: PreviewedRule[];
  wanted: PreviewedRule[];
  /** Of the example, and from when the new rules count (ms). */
  startsAt: number;
  effectiveFrom: number;
}

interface Props {
  language: Language;
  zone: string;
  kind: string;
  after: number;
  values: FormValues;
  comparison: Comparison;
}

/** The same appointment by the rules that count now and by the new ones, and the button that saves them. */
export function PolicyPreview({ language, zone, kind, after, values, comparison }: Props) {
  const words = policyWords.in(language).preview;
  const { startsAt, effectiveFrom } = comparison;
  const cell = ({ at, how }: PreviewedRule) => {
    if (at === null) return words.nothing;
    const when = staffWords.in(language).at(formatDate(at, zone, language), formatTime(at, zone, language));
    return words.how[how] === '' ? when : `${when}: ${words.how[how]}`;
  };
  return (
    <section aria-labelledby="preview">
      <h2 className="govuk-heading-m" id="preview">
        {words.heading(
          `${formatOnDate(startsAt, zone, language).replace(/^on /, '')}, ${formatTime(startsAt, zone, language)}`,
        )}
      </h2>
      <table className="govuk-table">
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {[words.rule, words.now, words.wanted].map((text) => (
              <th key={text} scope="col" className="govuk-table__header">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {comparison.now.map((old, index) => (
            <tr key={old.rule} className="govuk-table__row">
              <th scope="row" className="govuk-table__header">
                {policyWords.in(language).rules[old.rule]}
              </th>
              <td className="govuk-table__cell">{cell(old)}</td>
              <td className="govuk-table__cell">{cell(comparison.wanted[index] ?? old)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="govuk-body">{words.begins(formatLongDate(effectiveFrom, zone, language))}</p>
      <form method="post" action="/staff/reminder-policy?index">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="after" value={after} />
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button>{words.save}</Button>
      </form>
    </section>
  );
}
