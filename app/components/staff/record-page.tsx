import { BackLink } from '~/components/design-system/links';
import { SummaryList, type SummaryRow } from '~/components/design-system/summary-list';
import { InsetText, WarningText } from '~/components/design-system/text-blocks';
import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { menuWords } from '~/i18n/pages/staff-menu';
import { recordWords } from '~/i18n/pages/record';
import type { JourneyView } from '~/services/view-journey.server';
import type { StaffCustomer } from '~/services/view-staff-customer.server';
import { CarePanel } from './care-panel';
import { ContactList } from './contact-list';
import { StaffDoneBanner, type Notice } from './done-banner';
import { NextFreeTimes } from './next-free-times';
import { RecordAppointments } from './record-appointments';
import { RecordContacts } from './record-contacts';
import { RecordJournal } from './record-journal';
import { RecordJourney, RecordMessages } from './record-lately';
import { RecordOnline } from './record-online';
import { RecordOutlook } from './record-outlook';
import { ContactChanges, RecordBarriers, RecordConsents, RecordNeeds, RecordPlan } from './record-sections';
import { StaffBar } from './staff-bar';
import { wordingFor, type Wording } from './wording';

/** The pages of a record, in the order in which they are needed. */
const RECORD_PAGES = [
  ...(['booking', 'walk-in', 'plan', 'journal', 'contacts', 'help'] as const),
  ...(['profile', 'signposts', 'club-going', 'formats', 'adviser', 'card'] as const),
];

interface Props {
  language: Language;
  record: StaffCustomer;
  journey: JourneyView;
  notice: Notice | null;
  me: { firstName: string; lastName: string };
}

/** Everything that a colleague needs to know of a customer, and the ways to act on it. */
export function RecordPage({ language, record, journey, notice, me }: Props) {
  const { customer, zone, now } = record;
  const wording = wordingFor(language, { zone, now });
  const words = recordWords.in(language);
  const back = `/staff/customers/${customer.id}`;
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <BackLink href="/staff/day">{words.back}</BackLink>
      {notice && <StaffDoneBanner notice={notice} wording={wording} back={back} />}
      <h1 className="govuk-heading-l">{wording.name(customer)}</h1>
      {customer.noMessages && (
        <WarningText iconText={wording.words.important} classes="wm-safety">
          {wording.words.care.banner}
        </WarningText>
      )}
      {customer.discreet && <InsetText>{wording.words.appointment.discreet}</InsetText>}
      <nav aria-label={words.links}>
        <ul className="wm-links">
          {RECORD_PAGES.map((page) => (
            <li key={page}>
              <a className="govuk-link" href={`${back}/${page}`}>
                {menuWords.in(language).record[page]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <NextFreeTimes record={record} wording={wording} />
      <div className="wm-record">
        <div>
          <Facts record={record} wording={wording} />
          <ContactChanges record={record} wording={wording} />
          <ContactList
            contacts={record.contacts}
            preferredChannel={customer.preferredChannel}
            back={back}
            wording={wording}
          />
          <CarePanel customer={customer} back={back} wording={wording} />
          <RecordOnline record={record} wording={wording} />
          <RecordNeeds record={record} wording={wording} />
          <RecordBarriers record={record} wording={wording} />
          <RecordOutlook record={record} wording={wording} />
          <RecordConsents record={record} wording={wording} />
        </div>
        <div>
          <RecordJournal record={record} wording={wording} />
          <RecordPlan record={record} wording={wording} />
          <RecordAppointments record={record} wording={wording} />
          <RecordContacts record={record} wording={wording} />
          <RecordMessages record={record} wording={wording} />
          <RecordJourney journey={journey} wording={wording} />
        </div>
      </div>
    </div>
  );
}

function Facts({ record, wording }: { record: StaffCustomer; wording: Wording }) {
  const words = recordWords.in(wording.language);
  const { customer, adviser, cover, zone } = record;
  const until = cover && formatDate(cover.untilOn, zone, wording.language);
  const rows: (SummaryRow | null)[] = [
    { key: words.reference, value: customer.ref },
    customer.knownAs ? { key: words.knownAs, value: customer.knownAs } : null,
    {
      key: words.adviser,
      value: (
        <>
          {adviser ? wording.name(adviser) : words.noAdviser}
          {adviser && cover && <div>{words.standsIn(wording.name(cover.standIn), until!, adviser.firstName)}</div>}
        </>
      ),
    },
    { key: words.language, value: wording.words.appointment.languages[customer.language] },
  ];
  return <SummaryList rows={rows.filter((row) => row !== null)} />;
}
