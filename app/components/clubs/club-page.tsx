import { ErrorSummary } from '~/components/design-system/error-summary';
import { BackLink } from '~/components/design-system/links';
import { NotificationBanner } from '~/components/design-system/notification-banner';
import { SummaryList, type SummaryRow } from '~/components/design-system/summary-list';
import { PhoneLink } from '~/components/phone-link';
import type { Language } from '~/domain/language';
import { rhythmInWords } from '~/i18n/club-session';
import { clubsWords } from '~/i18n/pages/clubs';
import { frameWords } from '~/i18n/pages/frame';
import type { ClubView } from '~/services/view-club.server';
import { ClubSessions } from './club-sessions';

interface Props {
  view: ClubView;
  language: Language;
  visitor: 'customer' | 'staff' | 'nobody';
  done: 'going' | 'not-going' | null;
  error?: 'session';
}

/** One work club: when, where, who to ask for, and "I'm going". */
export function ClubPage({ view, language, visitor, done, error }: Props) {
  const all = clubsWords.in(language);
  const words = all.one;
  const frame = frameWords.in(language);
  const wrong = error && all.errors[error];
  return (
    <>
      <BackLink href="/clubs">{words.back}</BackLink>
      {wrong && <ErrorSummary title={frame.problem} errors={[{ text: wrong, href: '#sessions' }]} />}
      {done && !wrong && (
        <NotificationBanner type="success" title={frame.done}>
          {done === 'going' ? words.done : words.undone}
        </NotificationBanner>
      )}
      <h1 className="govuk-heading-l">{view.club.name}</h1>
      <p className="govuk-body">{words.free}</p>
      <SummaryList rows={factsOf(view, language)} classes="wm-facts" />
      <ClubSessions view={view} language={language} visitor={visitor} error={wrong} />
    </>
  );
}

function factsOf({ club, zone }: ClubView, language: Language): SummaryRow[] {
  const all = clubsWords.in(language);
  const words = all.one;
  const map = `https://www.openstreetmap.org/?mlat=${club.latitude}&mlon=${club.longitude}#map=17/${club.latitude}/${club.longitude}`;
  const rows: SummaryRow[] = [
    { key: words.when, value: rhythmInWords(club, zone, language) },
    {
      key: words.where,
      value: (
        <>
          {club.place}, {club.address}, {club.postcode.replaceAll(' ', '\u00a0')}
          <br />
          <a className="govuk-link" href={map} rel="noreferrer">
            {words.map}
            <span className="govuk-visually-hidden">{words.mapTo}</span>
          </a>
        </>
      ),
    },
  ];
  if (club.askFor) rows.push({ key: words.ask, value: club.askFor });
  if (club.phone) rows.push({ key: words.phone, value: <PhoneLink phone={club.phone} /> });
  if (club.helpsWith) rows.push({ key: words.help, value: club.helpsWith });
  if (club.has.length > 0) rows.push({ key: words.has, value: club.has.map((one) => all.features[one]).join(', ') });
  return rows;
}
