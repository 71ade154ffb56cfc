import { formatDate } from '~/i18n/format';
import { signpostWords } from '~/i18n/pages/signposts';
import type { StaffCustomer } from '~/services/view-staff-customer.server';
import { RecordSection } from './record-sections';
import type { Wording } from './wording';

type Outlook = NonNullable<StaffCustomer['outlook']>;

/** How somebody looks at work, as they told it: lines, their own words, and who put it down. */
export function OutlookFacts({ outlook, zone, wording }: { outlook: Outlook | null; zone: string; wording: Wording }) {
  const words = signpostWords.in(wording.language).situation;
  if (outlook === null) return <p className="govuk-body">{words.noOutlook}</p>;
  const { confidence, attitude, note, toldAt, toldBy } = outlook;
  const day = formatDate(toldAt, zone, wording.language);
  return (
    <ul className="govuk-list">
      {confidence && <li>{words.confidences[confidence]}</li>}
      {attitude && <li>{words.attitudes[attitude]}</li>}
      {note && (
        <li>
          <blockquote className="wm-need__text wm-journal__text">{note}</blockquote>
        </li>
      )}
      <li>{toldBy === 'staff' ? words.toldBy.staff(day) : words.toldBy.customer(day)}</li>
    </ul>
  );
}

/** The same on the record, with the way to put it down together and to help by name. */
export function RecordOutlook({ record, wording }: { record: StaffCustomer; wording: Wording }) {
  const words = signpostWords.in(wording.language).situation;
  return (
    <RecordSection id="outlook" heading={words.outlook}>
      <OutlookFacts outlook={record.outlook} zone={record.zone} wording={wording} />
      <p className="govuk-body">
        <a className="govuk-link" href={`/staff/customers/${record.customer.id}/situation`}>
          {words.link}
        </a>
      </p>
    </RecordSection>
  );
}
