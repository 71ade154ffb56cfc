import { recordWords } from '~/i18n/pages/record';
import type { StaffCustomer } from '~/services/view-staff-customer.server';
import { JournalEntryFacts } from './journal-entry-facts';
import { RecordSection } from './record-sections';
import type { Wording } from './wording';

/** The newest entries of the journal, and the way to all of it. */
export function RecordJournal({ record, wording }: { record: StaffCustomer; wording: Wording }) {
  const words = recordWords.in(wording.language).journal;
  const { entries, customer, mayReadWords } = record;
  return (
    <RecordSection id="journal" heading={words.heading}>
      {!mayReadWords && <p className="govuk-body">{words.hidden}</p>}
      {entries.length === 0 && <p className="govuk-body">{words.none}</p>}
      {entries.length > 0 && (
        <ul className="wm-needs__list">
          {entries.map((entry) => (
            <li key={entry.id} className="wm-need">
              <JournalEntryFacts entry={entry} customer={customer} wording={wording} />
            </li>
          ))}
        </ul>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={`/staff/customers/${customer.id}/journal`}>
          {mayReadWords ? words.all : words.allForManagers}
        </a>
      </p>
    </RecordSection>
  );
}
