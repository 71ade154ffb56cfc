import { capitalised } from '~/components/appointment/shown-appointment';
import { Button } from '~/components/design-system/button';
import { ErrorMessage } from '~/components/design-system/form-parts';
import { InsetText } from '~/components/design-system/text-blocks';
import { errorBeside } from '~/components/question-page';
import type { Language } from '~/domain/language';
import { wallClockOf } from '~/domain/time/wall-clock';
import { formatDate, formatOnDate, formatTime, relativeDay } from '~/i18n/format';
import { clubsWords } from '~/i18n/pages/clubs';
import type { ClubView } from '~/services/view-club.server';

interface Props {
  view: ClubView;
  language: Language;
  visitor: 'customer' | 'staff' | 'nobody';
  error?: string;
}

/** The next sessions; a customer says which of them they go to, others are told how they can. */
export function ClubSessions({ view, language, visitor, error }: Props) {
  const words = clubsWords.in(language).one;
  const wrong = errorBeside(error, language);
  return (
    <section className="wm-section" id="sessions">
      <h2 className="govuk-heading-m">{words.sessions}</h2>
      {wrong && <ErrorMessage error={wrong} />}
      {view.sessions.length === 0 && <p className="govuk-body">{words.noSessions}</p>}
      {view.sessions.length > 0 && (
        <ul className="govuk-list wm-told">
          {view.sessions.map((session) => (
            <li key={session.date}>
              <Session session={session} view={view} language={language} asks={visitor === 'customer'} />
            </li>
          ))}
        </ul>
      )}
      {visitor === 'customer' && <p className="govuk-body">{words.fine}</p>}
      {visitor === 'nobody' && (
        <>
          <p className="govuk-body">{words.signInWhy}</p>
          <form method="get" action="/sign-in">
            <input type="hidden" name="then" value={`club.${view.club.ref}`} />
            <Button classes="govuk-button--secondary">{words.signIn}</Button>
          </form>
        </>
      )}
    </section>
  );
}

interface SessionProps {
  session: ClubView['sessions'][number];
  view: ClubView;
  language: Language;
  asks: boolean;
}

function Session({ session, view, language, asks }: SessionProps) {
  const { zone, today, club } = view;
  const words = clubsWords.in(language).one;
  const day = capitalised(formatDate(session.date, zone, language));
  const times = words.times(
    day,
    formatTime(session.startsAt, zone, language),
    formatTime(session.endsAt, zone, language),
  );
  const near = relativeDay(session.date, today, language);
  const base = `/clubs/${encodeURIComponent(club.ref)}`;
  return (
    <>
      {times}
      {near && ` (${near})`}
      {asks && session.going && (
        <InsetText classes="wm-answered">
          {words.youGo} {session.remindAt !== null && words.remind(reminded(session.remindAt, view, language))}
        </InsetText>
      )}
      {asks && (
        <form method="post" action={session.going ? `${base}/going-undo` : `${base}/going`}>
          <input type="hidden" name="date" value={session.date} />
          <Button classes="govuk-button--secondary">
            {session.going ? words.notGoing : words.going}
            <span className="govuk-visually-hidden"> {formatOnDate(session.date, zone, language)}</span>
          </Button>
        </form>
      )}
    </>
  );
}

function reminded(at: number, { zone, today }: ClubView, language: Language): string {
  const { date } = wallClockOf(at, zone);
  return relativeDay(date, today, language) ?? formatOnDate(date, zone, language);
}
