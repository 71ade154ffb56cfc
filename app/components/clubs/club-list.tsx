import { capitalised } from '~/components/appointment/shown-appointment';
import type { Language } from '~/domain/language';
import { milesInWords, sessionInWords } from '~/i18n/club-session';
import { clubsWords } from '~/i18n/pages/clubs';
import type { ClubsView } from '~/services/view-clubs.server';

type ListedClub = ClubsView['clubs'][number];

/** The clubs near a place, nearest first. */
export function ClubList({ view, language }: { view: ClubsView; language: Language }) {
  return (
    <ol className="govuk-list wm-told">
      {view.clubs.map((club) => (
        <li key={club.ref}>
          <ListedClub club={club} view={view} language={language} />
        </li>
      ))}
    </ol>
  );
}

function ListedClub({ club, view, language }: { club: ListedClub; view: ClubsView; language: Language }) {
  const words = clubsWords.in(language);
  const has = club.has.map((feature) => words.features[feature]).join(', ');
  return (
    <>
      <a className="govuk-link wm-club" href={`/clubs/${encodeURIComponent(club.ref)}`}>
        {club.name}
      </a>
      <br />
      {milesInWords(club.miles, language)}, {club.place}
      <br />
      <strong>{capitalised(sessionInWords(club, club.next, view, language))}</strong>
      <br />
      {club.helpsWith && words.helpsWith(club.helpsWith)}
      {club.helpsWith && <br />}
      <span className="wm-quiet">
        {[has && words.has(has), club.askFor && words.askFor(club.askFor)].filter(Boolean).join('. ')}
      </span>
    </>
  );
}
