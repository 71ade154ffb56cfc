import { capitalised } from '~/components/appointment/shown-appointment';
import type { Language } from '~/domain/language';
import { formatDate, formatTime } from '~/i18n/format';
import { clubGoingWords, type ClubGoingDone } from '~/i18n/pages/staff-club-going';
import type { ClubSignUp } from '~/services/sign-up-for-club.server';
import { OneButton, SettingsFrame } from './settings-frame';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  view: ClubSignUp;
  /** What was done, and the session it was about. */
  done: { name: ClubGoingDone; ref: string; date: string } | null;
  me: { firstName: string; lastName: string };
}

/** The next sessions of the office's clubs, each with a button that signs a customer up, or takes them off. */
export function ClubGoingPage({ language, view, done, me }: Props) {
  const words = clubGoingWords.in(language);
  const { customer, zone, now } = view;
  const base = `/staff/customers/${customer.id}`;
  const action = `${base}/club-going`;
  const hidden: Record<string, string> = done ? { ref: done.ref, date: done.date } : {};
  const undo = done?.name === 'signed-up' && <OneButton action={`${action}/undo`} label={words.undo} hidden={hidden} />;
  const clubs = view.clubs.filter(({ sessions }) => sessions.length > 0);
  return (
    <SettingsFrame
      {...{ language, me }}
      back={{ href: base, text: words.back }}
      title={words.title(wordingFor(language, { zone, now }).name(customer))}
      lead={words.lead}
      done={done && { text: words.done[done.name], undo: undo || undefined }}
    >
      {clubs.length === 0 && <p className="govuk-body">{words.none}</p>}
      {clubs.map((club) => (
        <section key={club.ref}>
          <h2 className="govuk-heading-s">{words.at(club.name, club.place)}</h2>
          <ul className="wm-needs__list">
            {club.sessions.map(({ date, startsAt, going }) => {
              const when = words.session(formatDate(date, zone, language), formatTime(startsAt, zone, language));
              return (
                <li key={date} className="wm-need">
                  <p className="wm-need__why">
                    {capitalised(when)}
                    {going && ` – ${words.going}`}
                  </p>
                  <OneButton
                    action={going ? `${action}/undo` : action}
                    label={going ? words.takeOff : words.signUp}
                    about={words.about(club.name, when)}
                    hidden={{ ref: club.ref, date }}
                  />
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </SettingsFrame>
  );
}
