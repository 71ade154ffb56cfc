import { Button } from '~/components/design-system/button';
import { passingPath, type PassingAnswer, type PassingChoice } from '~/domain/adviser/passing-form';
import { customersWords } from '~/i18n/pages/customers';
import type { Wording } from './wording';

interface Props {
  answer: Extract<PassingAnswer, { step: 'preview' }>;
  choice: PassingChoice;
  wording: Wording;
}

/** How large caseloads are before and after, and the button that does it. Nothing has changed yet. */
export function PassingPreview({ answer, choice, wording }: Props) {
  const { passing: words, adviser: adviserWords } = customersWords.in(wording.language);
  const { values, moving, caseloads } = answer;
  const hidden = [
    ['which', values.which],
    ['reason', values.reason],
    ['note', values.note],
    ...values.to.map((id) => ['to', id]),
    ...(values.which === 'all' ? [] : values.ticked.map((id) => ['customer', id])),
  ] as const;
  return (
    <>
      <p className="govuk-body">
        {words.previewOf(moving)} {words.notYet}
      </p>
      <table className="govuk-table wm-three-columns">
        <caption className="govuk-table__caption govuk-table__caption--s">{words.caseloads}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              {words.columns.adviser}
            </th>
            <th scope="col" className="govuk-table__header govuk-table__header--numeric">
              {words.columns.before}
            </th>
            <th scope="col" className="govuk-table__header govuk-table__header--numeric">
              {words.columns.after}
            </th>
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {caseloads.map((one) => (
            <tr key={one.id} className="govuk-table__row">
              <th scope="row" className="govuk-table__header">
                {wording.name(one)}
              </th>
              <td className="govuk-table__cell govuk-table__cell--numeric">{one.caseload}</td>
              <td className="govuk-table__cell govuk-table__cell--numeric">{one.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="govuk-body">{adviserWords.tells}</p>
      <form method="post" action={passingPath(choice)}>
        {hidden.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <div className="wm-buttons">
          <Button name="step" value="do">
            {words.submit(moving)}
          </Button>
          <Button name="step" value="change" classes="govuk-button--secondary">
            {words.change}
          </Button>
        </div>
      </form>
    </>
  );
}
