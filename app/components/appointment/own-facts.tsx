import type { ReactNode } from 'react';
import { SummaryList, type SummaryRow } from '~/components/design-system/summary-list';
import { PhoneLink } from '~/components/phone-link';
import type { PersonNeeded } from '~/domain/assisted/readiness';
import type { MeetingPlace } from '~/domain/appointment/meeting-place';
import type { Language } from '~/domain/language';
import { appointmentWords } from '~/i18n/pages/appointment';
import { formatWords } from '~/i18n/pages/formats';
import { ownAppointmentsWords } from '~/i18n/pages/own-appointments';
import type { OwnAppointment } from '~/services/view-own-appointment.server';
import { capitalised, dateAndTimes } from './shown-appointment';

interface Props {
  view: OwnAppointment;
  language: Language;
}

/** Everything about one's own appointment, as facts with their names; the same on paper. */
export function OwnFacts({ view, language }: Props) {
  const words = ownAppointmentsWords.in(language);
  const labels = appointmentWords.in(language);
  const { place, purpose, bring } = view;
  const joining = view.isAhead && view.state !== 'cancelled' ? joinWords(view, language) : null;
  const row = (key: string, value: ReactNode): SummaryRow[] => (value ? [{ key, value }] : []);
  const rows = [
    ...row(labels.when, dateAndTimes(view, language)),
    ...row(words.howLong, words.minutes(view.minutes)),
    ...row(words.who, words.name(view.adviserFirstName, view.adviserLastName)),
    ...row(words.how, words.hows[view.mode]),
    ...row(words.join, joining),
    ...view.people.flatMap((person) => row(...comesWithYou(person, language))),
    ...row(labels.where, place && <Place place={place} language={language} />),
    ...row(words.getIn, place?.gettingThere),
    ...row(words.stepFree, place?.stepFree),
    ...row(words.purpose, capitalised(purpose)),
    ...row(labels.bring, capitalised(bring)),
  ];
  return <SummaryList rows={rows} classes="wm-facts" />;
}

/** Somebody who comes so that they can take part, and whether that is arranged. */
function comesWithYou({ kind, ready, state }: PersonNeeded, language: Language): [string, string] {
  const { own } = formatWords.in(language);
  const who = kind === 'bsl' ? 'bsl' : 'interpreter';
  return [own.key[who], own[ready ? 'booked' : state === 'cannot' ? 'cannot' : 'arranging'][who]];
}

/** The address, and a link to it on somebody else's map: we show none ourselves, which would tell others who looks. */
function Place({ place, language }: { place: MeetingPlace; language: Language }) {
  const words = ownAppointmentsWords.in(language);
  return (
    <>
      {place.name}
      {place.address && (
        <>
          <br />
          {place.address}
        </>
      )}
      <p className="wm-map wm-screen">
        <a
          className="govuk-link"
          href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(place.mapQuery)}`}
          rel="noopener noreferrer"
        >
          {words.map}
          <span className="govuk-visually-hidden">{words.mapWhere}</span>
        </a>
      </p>
    </>
  );
}

function joinWords(view: OwnAppointment, language: Language): ReactNode {
  const words = ownAppointmentsWords.in(language);
  const { joining, adviserFirstName: adviser } = view;
  if (view.mode === 'home') return words.comesHome(adviser);
  switch (joining?.how) {
    case undefined:
      return null;
    case 'we_ring':
      return joining.ending === null ? words.rings(adviser) : words.ringsOn(adviser, joining.ending);
    case 'ring':
      return words.ring(adviser, joining.number);
    case 'video':
      return joining.address === null ? (
        <p className="wm-map">
          {words.askHow} <PhoneLink phone={view.phone} />
        </p>
      ) : (
        <p className="wm-map">
          <a className="govuk-link" href={joining.address} rel="noopener noreferrer">
            {words.joinVideo}
          </a>
        </p>
      );
  }
}
