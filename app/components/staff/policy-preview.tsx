import { Button } from '~/components/design-system/button';
import type { FormValues } from '~/http/policy-form.server';
import type { Language } from '~/domain/language';
import type { PolicyRules } from '~/domain/reminder/policy';
import type { PreviewedRule } from '~/domain/reminder/preview-policy';
import { formatDate, formatLongDate, formatOnDate, formatTime } from '~/i18n/format';
import { policyWords } from '~/i18n/pages/policy';
import { staffWords } from '~/i18n/pages/staff';
import { newVersionPath } from './kind-policy';
import { PolicyChanges } from './policy-facts';

export interface Comparison {
  now: PreviewedRule[];
  wanted: PreviewedRule[];
  rules: { now: PolicyRules; wanted: PolicyRules };
  /** The example, and from when the new rules count (ms). */
  startsAt: number;
  bookedAt: number;
  effectiveFrom: number;
}

interface Props {
  language: Language;
  zone: string;
  kind: string;
  after: string;
  values: FormValues;
  comparison: Comparison;
}

/** What the new rules change, on an appointment as well, and the button that saves them. */
export function PolicyPreview({ language, zone, kind, after, values, comparison }: Props) {
  const words = policyWords.in(language).preview;
  const { startsAt, bookedAt, effectiveFrom } = comparison;
  const time = (at: number) => formatTime(at, zone, language);
  const cell = ({ at, how }: PreviewedRule) => {
    if (at === null) return words.nothing;
    const when = staffWords.in(language).at(formatDate(at, zone, language), time(at));
    return words.how[how] === '' ? when : `${when}: ${words.how[how]}`;
  };
  return (
    <>
      <PolicyChanges {...comparison.rules} language={language} />
      <p className="govuk-body">{words.begins(formatLongDate(effectiveFrom, zone, language))}</p>
      <table className="govuk-table wm-three-columns">
        <caption className="govuk-table__caption govuk-table__caption--m">
          {words.heading(
            `${formatOnDate(startsAt, zone, language)}, ${time(startsAt)}`,
            `${formatOnDate(bookedAt, zone, language)}, ${time(bookedAt)}`,
          )}
        </caption>
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
          {comparison.now.map((old, index) => {
            const [before, after] = [cell(old), cell(comparison.wanted[index] ?? old)];
            return (
              <tr key={old.rule} className="govuk-table__row">
                <th scope="row" className="govuk-table__header">
                  {policyWords.in(language).rules[old.rule]}
                </th>
                <td className="govuk-table__cell">{before}</td>
                <td className="govuk-table__cell">{before === after ? after : <strong>{after}</strong>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <form method="post" action={newVersionPath(kind)}>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="after" value={after} />
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button name="intent" value="save">
          {words.save}
        </Button>
      </form>
    </>
  );
}
