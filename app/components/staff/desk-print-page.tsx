import { BackLink } from '~/components/design-system/links';
import { StackingCell } from '~/components/design-system/stacking-cell';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { deskWords } from '~/i18n/pages/desk';
import type { Desk } from '~/services/view-desk.server';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  desk: Desk;
  me: { firstName: string; lastName: string };
}

/** Today's list on paper, for when the screens are all in use: names, what people want, and a box to tick. */
export function DeskPrintPage({ language, desk, me }: Props) {
  const words = deskWords.in(language);
  const { office, now, waiting, withChampion, later } = desk;
  const wording = wordingFor(language, { zone: office.zone, now });
  const rows = [...withChampion, ...waiting, ...later];
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/desk">{words.title}</BackLink>
      <h1 className="govuk-heading-l">{words.print.title(office.name, formatDate(now, office.zone, language))}</h1>
      <p className="govuk-body wm-screen">{words.print.how}</p>
      <p className="govuk-body">{words.print.shred}</p>
      {rows.length === 0 ? (
        <p className="govuk-body">{words.waiting(0)}</p>
      ) : (
        <table className="govuk-table wm-stacks">
          <caption className="govuk-visually-hidden">{words.print.caption}</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              {(['name', 'wants', 'asked', 'done'] as const).map((column) => (
                <th key={column} scope="col" className="govuk-table__header">
                  {words.print[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {rows.map(({ id, customer, wants, askedAt }) => (
              <tr key={id} className="govuk-table__row">
                <th scope="row" className="govuk-table__header">
                  {wording.name(customer)}
                </th>
                <StackingCell label={words.print.wants}>{words.tasks[wants]}</StackingCell>
                <StackingCell label={words.print.asked}>{wording.when(askedAt)}</StackingCell>
                <StackingCell label={words.print.done}>☐</StackingCell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
