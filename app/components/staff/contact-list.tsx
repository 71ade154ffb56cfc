import type { Channel } from '~/domain/messaging/channel';
import type { ContactView } from '~/services/show-contacts';
import { isLiftedByStaff } from '~/domain/messaging/opt-out';
import { OptOutForm } from './opt-out-form';
import type { Wording } from './wording';

interface Props {
  contacts: readonly ContactView[];
  preferredChannel: Channel | null;
  /** The page that forms lead back to. */
  back: string;
  wording: Wording;
}

const isBroken = ({ health }: ContactView) => health === 'dead' || health === 'failing';
/** No code can reach a landline, so somebody has to ask about one that the customer has added. */
const mayBeChecked = (contact: ContactView) => isBroken(contact) || contact.health === 'unchecked';

/** Every number and address we have, and what experience says of each. */
export function ContactList({ contacts, preferredChannel, back, wording }: Props) {
  const { words, when } = wording;
  const labels = words.appointment;
  return (
    <section aria-labelledby="contacts">
      <h2 className="govuk-heading-m" id="contacts">
        {labels.contacts}
      </h2>
      {preferredChannel && <p className="govuk-body">{labels.prefers(words.channels[preferredChannel])}</p>}
      {contacts.length === 0 && <p className="govuk-body">{labels.noContacts}</p>}
      <ul className="govuk-list wm-contacts">
        {contacts.map((contact) => (
          <li key={contact.id}>
            {words.contactKinds[contact.kind]}:{' '}
            {contact.href === null ? (
              contact.display
            ) : (
              <a className="govuk-link" href={contact.href}>
                {contact.display}
              </a>
            )}
            {' – '}
            {words.healths[contact.health]}
            {contact.lastDeliveredAt !== null && `. ${labels.lastArrived(when(contact.lastDeliveredAt))}`}
            {contact.verifiedAt === null && `. ${labels.notChecked}`}
            {contact.optedOut.length > 0 && (
              <span className="wm-contacts__out">
                {labels.optedOut(contact.optedOut.map((channel) => words.channels[channel]).join(', '))}
                {contact.optedOut.includes('sms') && `. ${labels.startLiftsTexts}`}
              </span>
            )}
            {contact.optedOut.filter(isLiftedByStaff).map((channel) => (
              <OptOutForm
                key={channel}
                contactPointId={contact.id}
                channel={channel}
                on={false}
                back={back}
                label={labels.allowVoice}
                about={contact.display}
              />
            ))}
            {mayBeChecked(contact) && (
              <form method="post" action={`/staff/contact-points/${contact.id}/revival`} className="wm-buttons">
                <input type="hidden" name="back" value={back} />
                <button className="wm-tap" type="submit">
                  {isBroken(contact) ? labels.worksAgain : labels.isTheirs}
                  <span className="govuk-visually-hidden">{` ${contact.display}`}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
