import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { CONTACT_FIELDS, type ContactProblems, type ContactValues } from '~/domain/journey/contact-form';
import { CONTACT_WAYS, type ContactWay } from '~/domain/journey/contact-record';
import type { Language } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import { contactsWords } from '~/i18n/pages/staff-contacts';
import type { CustomerContacts } from '~/services/view-contacts.server';
import { ContactForm } from './contact-form';
import { ContactItems } from './contact-items';
import { StaffDoneBanner, type Notice } from './done-banner';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  contacts: CustomerContacts;
  /** The id that the contact will have: the same form writes once. */
  formKey: string;
  /** What was typed before; null for a new form. */
  values: ContactValues | null;
  problems: ContactProblems;
  notice: Notice | null;
  me: { id: string; firstName: string; lastName: string };
}

/** How a customer and the office were in touch, by whatever way, and one line to record another contact. */
export function ContactsPage({ language, contacts, formKey, values, problems, notice, me }: Props) {
  const { customer, zone, now, today, deskOnly, mayRead, items, way, older, later } = contacts;
  const wording = wordingFor(language, { zone, now });
  const words = contactsWords.in(language);
  const base = `/staff/customers/${customer.id}`;
  const address = (asked: ContactWay | null, before: number | null) => {
    const query = new URLSearchParams();
    if (asked !== null && !deskOnly) query.set('way', asked);
    if (before !== null) query.set('before', String(before));
    return query.size > 0 ? `${base}/contacts?${query.toString()}` : `${base}/contacts`;
  };
  const errors = CONTACT_FIELDS.flatMap((field) => {
    const problem = problems[field];
    return problem ? [{ text: words.problems[problem], href: `#${field}` }] : [];
  });
  const fresh: ContactValues = {
    ...{ channel: '', direction: 'in', service: '', helped: '', minutes: '', on: today, note: '' },
  };
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href={deskOnly ? '/staff/customers' : base}>
        {deskOnly ? words.backToCustomers : words.backToRecord}
      </BackLink>
      {errors.length > 0 && <ErrorSummary title={frameWords.in(language).problem} errors={errors} />}
      {notice && errors.length === 0 && <StaffDoneBanner notice={notice} wording={wording} back={`${base}/contacts`} />}
      <h1 className="govuk-heading-l">{words.title(wording.name(customer))}</h1>
      <ContactForm
        action={`${base}/contacts`}
        formKey={formKey}
        values={values ?? fresh}
        problems={problems}
        deskOnly={deskOnly}
        today={today}
        language={language}
      />
      <h2 className="govuk-heading-m">{deskOnly ? words.listDesk : words.list}</h2>
      {!mayRead && <p className="govuk-body">{words.notes}</p>}
      {!deskOnly && (
        <nav aria-label={words.filter}>
          <ul className="wm-links">
            {[null, ...CONTACT_WAYS].map((one) => (
              <li key={one ?? 'all'}>
                <a className="govuk-link" href={address(one, null)} aria-current={one === way ? 'page' : undefined}>
                  {one === null ? words.all : words.ways[one]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {items.length === 0 ? (
        <p className="govuk-body">{words.none}</p>
      ) : (
        <ContactItems
          items={items}
          zone={zone}
          now={now}
          wording={wording}
          mayTakeBack={(item) => item.what === 'record' && (!deskOnly || item.staffId === me.id)}
        />
      )}
      <ul className="wm-links">
        {later && (
          <li>
            <a className="govuk-link" href={address(way, null)}>
              {words.newest}
            </a>
          </li>
        )}
        {older !== null && (
          <li>
            <a className="govuk-link" href={address(way, older)}>
              {words.older}
            </a>
          </li>
        )}
      </ul>
    </div>
  );
}
