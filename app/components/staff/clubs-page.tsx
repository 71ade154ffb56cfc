import { Button } from '~/components/design-system/button';
import { InsetText } from '~/components/design-system/text-blocks';
import type { Language } from '~/domain/language';
import { rhythmInWords } from '~/i18n/club-session';
import { formatDate } from '~/i18n/format';
import { staffClubWords } from '~/i18n/pages/staff-clubs';
import type { StaffClubs } from '~/services/view-staff-clubs.server';
import { StaffBar } from './staff-bar';
import { wordingFor, type Wording } from './wording';

interface Props {
  language: Language;
  view: StaffClubs;
  isOrganiser: boolean;
  me: { firstName: string; lastName: string };
}

/** The clubs that somebody keeps, or those near the office: when next, who is coming, and which need a look. */
export function ClubsPage({ language, view, isOrganiser, me }: Props) {
  const words = staffClubWords.in(language);
  const wording = wordingFor(language, { zone: view.zone, now: view.now });
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      <h1 className="govuk-heading-l">{words.title}</h1>
      <p className="govuk-body">{isOrganiser ? words.mine : words.office}</p>
      {view.stale > 0 && <InsetText>{words.stale(view.stale)}</InsetText>}
      {view.mayAdd && <Button href="/staff/clubs/new">{words.add}</Button>}
      {view.clubs.length === 0 && <p className="govuk-body">{isOrganiser ? words.noneMine : words.none}</p>}
      {view.clubs.length > 0 && (
        <ul className="wm-needs__list wm-record__entries">
          {view.clubs.map((club) => (
            <ListedClub key={club.ref} club={club} view={view} wording={wording} />
          ))}
        </ul>
      )}
    </div>
  );
}

function ListedClub({
  club,
  view,
  wording,
}: {
  club: StaffClubs['clubs'][number];
  view: StaffClubs;
  wording: Wording;
}) {
  const { language } = wording;
  const words = staffClubWords.in(language);
  const day = (date: string) => formatDate(date, view.zone, language);
  const keepers = club.organisers.map((one) => wording.name(one)).join(', ') || words.nobody;
  return (
    <li className="wm-need">
      <h2 className="wm-need__who">
        <a className="govuk-link" href={`/staff/clubs/${encodeURIComponent(club.ref)}`}>
          {club.name}
        </a>
      </h2>
      <p className="wm-need__why">
        {club.place}. {club.active ? rhythmInWords(club.rhythm, view.zone, language) : words.closed}
      </p>
      {club.active && (
        <p className="wm-need__why">
          {words.columns.next}:{' '}
          {club.next ? `${day(club.next.date)}. ${words.coming.count(club.coming)}` : words.noSession}
        </p>
      )}
      <p className="wm-need__why">
        {words.columns.keptBy}: {keepers}. {club.checkedOn ? words.checkedOn(day(club.checkedOn)) : words.neverChecked}
      </p>
    </li>
  );
}
