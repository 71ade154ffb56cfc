import { BackLink } from '~/components/design-system/links';
import { ENOUGH_MEETINGS, type Continuity } from '~/domain/adviser/continuity';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { customersWords } from '~/i18n/pages/customers';
import type { ContinuityView } from '~/services/view-continuity.server';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  me: { firstName: string; lastName: string };
  view: ContinuityView;
}

/** How often customers meet the adviser who is theirs: the figure, what it counts, and how much it rests on. */
export function ContinuityPage({ language, me, view }: Props) {
  const words = customersWords.in(language).continuity;
  const { office, fromOn, untilOn, whole, advisers } = view;
  const { name } = wordingFor(language, { zone: office.zone, now: 0 });
  const day = (date: string) => formatDate(date, office.zone, language);
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/customers">{words.back}</BackLink>
      <span className="govuk-caption-l">{office.name}</span>
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">
        {words.intro(day(fromOn), day(untilOn))} {words.left}
      </p>
      <table className="govuk-table wm-three-columns">
        <caption className="govuk-visually-hidden">{words.title}</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {(['adviser', 'share', 'meetings'] as const).map((column) => (
              <th key={column} scope="col" className="govuk-table__header">
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {whole && <Share heading={words.whole(office.name)} share={whole} language={language} />}
          {advisers.map((one) => (
            <Share key={one.id} heading={whole ? name(one) : words.yours} share={one} language={language} />
          ))}
        </tbody>
      </table>
      <p className="govuk-body">{words.fewMeans(ENOUGH_MEETINGS)}</p>
    </div>
  );
}

function Share({ heading, share, language }: { heading: string; share: Continuity; language: Language }) {
  const words = customersWords.in(language).continuity;
  const { percent, withNamed, meetings } = share;
  return (
    <tr className="govuk-table__row">
      <th scope="row" className="govuk-table__header">
        {heading}
      </th>
      <td className="govuk-table__cell">
        {percent === null ? words.few : words.percent(percent)}
        {percent !== null && (
          <svg className="wm-share" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect width={percent} height="10" fill="currentColor" />
          </svg>
        )}
      </td>
      <td className="govuk-table__cell">{words.of(withNamed, meetings)}</td>
    </tr>
  );
}
