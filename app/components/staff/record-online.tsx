import { staffProfileWords } from '~/i18n/pages/staff-profile';
import type { StaffCustomer } from '~/services/view-staff-customer.server';
import { RecordSection } from './record-sections';
import type { Wording } from './wording';

/** How they are served, in one line that leads to why. */
export function RecordOnline({ record, wording }: { record: StaffCustomer; wording: Wording }) {
  const words = staffProfileWords.in(wording.language);
  const { online } = record;
  const line = online.level
    ? [words.levels[online.level.level], words.record[online.level.confirmed ? 'confirmed' : 'waits']]
    : [words.record.none];
  if (online.asksOtherWay) line.push(words.record.asks);
  return (
    <RecordSection id="online" heading={words.record.heading}>
      <p className="govuk-body">
        <a className="govuk-link" href={`/staff/customers/${record.customer.id}/profile`}>
          {line.join(', ')}
        </a>
      </p>
    </RecordSection>
  );
}
