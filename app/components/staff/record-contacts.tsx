import { contactsWords } from '~/i18n/pages/staff-contacts';
import type { StaffCustomer } from '~/services/view-staff-customer.server';
import { ContactItems } from './contact-items';
import { RecordSection } from './record-sections';
import type { Wording } from './wording';

/** How the customer and the office were last in touch, and the way to record another contact. */
export function RecordContacts({ record, wording }: { record: StaffCustomer; wording: Wording }) {
  const words = contactsWords.in(wording.language);
  return (
    <RecordSection id="contacts-last" heading={words.latest}>
      {record.lastContacts.length === 0 ? (
        <p className="govuk-body">{words.none}</p>
      ) : (
        <ContactItems items={record.lastContacts} zone={record.zone} now={record.now} wording={wording} />
      )}
      <p className="govuk-body">
        <a className="govuk-link" href={`/staff/customers/${record.customer.id}/contacts`}>
          {words.seeAll}
        </a>
      </p>
    </RecordSection>
  );
}
