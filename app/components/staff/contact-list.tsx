import type { StaffAppointment } from '~/services/view-staff-appointment.server';
import type { Wording } from './wording';

/** Every number and address we have, and what experience says of each. */
export function ContactList({ appointment, wording }: { appointment: StaffAppointment; wording: Wording }) {
  const { words } = wording;
  const labels = words.appointment;
  const { contacts, customer } = appointment;
  return (
    <section aria-labelledby="contacts">
      <h2 className="govuk-heading-m" id="contacts">
        {labels.contacts}
      </h2>
      {customer.preferredChannel && (
        <p className="govuk-body">{labels.prefers(words.channels[customer.preferredChannel])}</p>
      )}
      {contacts.length === 0 && <p className="govuk-body">{labels.noContacts}</p>}
      <ul className="govuk-list wm-contacts">
        {contacts.map((contact) => (
          <li key={contact.href}>
            {words.contactKinds[contact.kind]}:{' '}
            <a className="govuk-link" href={contact.href}>
              {contact.display}
            </a>
            {' – '}
            {words.healths[contact.health]}
            {contact.optedOut.length > 0 && (
              <span className="wm-contacts__out">
                {labels.optedOut(contact.optedOut.map((channel) => words.channels[channel]).join(', '))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
