import { PhoneLink } from '~/components/phone-link';
import { FEATURE_FIELDS, type ClubFeature } from '~/domain/club/nearest-clubs';
import type { Language } from '~/domain/language';
import { clubsWords } from '~/i18n/pages/clubs';
import type { ClubsView } from '~/services/view-clubs.server';
import { ClubList } from './club-list';

interface Props {
  view: ClubsView;
  near: string | null;
  needed: readonly ClubFeature[];
  language: Language;
}

/** The address of a search. */
function searchAddress(near: string | null, needed: readonly ClubFeature[], all = false): string {
  const query = new URLSearchParams();
  if (near) query.set('near', near);
  for (const feature of needed) query.set(FEATURE_FIELDS[feature], 'yes');
  if (all) query.set('show', 'all');
  return query.size > 0 ? `/clubs?${query}` : '/clubs';
}

/** What was found near a place; where it cannot be found, the places that we know. */
export function ClubResults({ view, near, needed, language }: Props) {
  const words = clubsWords.in(language);
  if (!view.anyClubs) return <NoClubs words={words.nothing.none} phone={view.phone} language={language} />;
  if (!view.area?.name) return <Places view={view} needed={needed} language={language} />;
  const place = words.place(view.area.name, view.area.code);
  return (
    <section className="wm-section">
      <h2 className="govuk-heading-m">{near === null ? words.resultsHome(place) : words.results(place)}</h2>
      {near !== null && view.homeArea !== null && view.homeArea !== near && (
        <p className="govuk-body">
          <a className="govuk-link" href={searchAddress(null, needed)}>
            {words.useHome(view.homeArea)}
          </a>
        </p>
      )}
      {view.clubs.length > 0 ? (
        <ClubList view={view} language={language} />
      ) : (
        <>
          <NoClubs words={words.nothing.fitting} phone={view.phone} language={language} />
          <p className="govuk-body">
            <a className="govuk-link" href={searchAddress(near, [])}>
              {words.nothing.all}
            </a>
          </p>
        </>
      )}
      {view.more > 0 && (
        <p className="govuk-body">
          <a className="govuk-link" href={searchAddress(near, needed, true)}>
            {words.more(`${view.more}`)}
          </a>
        </p>
      )}
    </section>
  );
}

function NoClubs({ words, phone, language }: { words: string; phone: string; language: Language }) {
  return (
    <p className="govuk-body">
      {words} {clubsWords.in(language).nothing.call} {phone && <PhoneLink phone={phone} />}
    </p>
  );
}

/** The places where there are clubs. */
function Places({ view, needed, language }: Omit<Props, 'near'>) {
  const words = clubsWords.in(language);
  return (
    <section className="wm-section">
      <h2 className="govuk-heading-s wm-section__heading">
        {view.area ? words.nothing.unknown(view.area.code) : words.nothing.chooseFirst}
      </h2>
      {view.area && <p className="govuk-body">{words.nothing.choose}</p>}
      <ul className="govuk-list wm-places">
        {view.areas.map(({ code, name }) => (
          <li key={code}>
            <a className="govuk-link" href={searchAddress(code, needed)}>
              {words.place(name, code)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
