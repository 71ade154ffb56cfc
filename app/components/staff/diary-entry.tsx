import type { DiaryWeek, ShownException } from '~/services/view-diary.server';
import type { DiaryMeeting, DiarySession } from '~/services/list-diary.server';
import type { OpenStretch } from '~/domain/appointment/open-stretches';
import { formatDate, formatTime } from '~/i18n/format';
import { kindLabel } from '~/i18n/kind-label';
import { diaryWords } from '~/i18n/pages/staff-diary';
import { StateTag } from './state-tag';
import type { Wording } from './wording';

/** One appointment in a week: when, who, what for, and how it stands. */
export function MeetingEntry({ meeting, kinds, wording }: Entry<{ meeting: DiaryMeeting; kinds: DiaryWeek['kinds'] }>) {
  const { words, time, name, language } = wording;
  const kind = kindLabel(meeting.kind, kinds, language);
  const how = meeting.mode === 'in_person' ? '' : inSentence(words.modes[meeting.mode]);
  return (
    <li className="wm-week__item">
      <p className="wm-week__time">{diaryWords.in(language).span(time(meeting.startsAt), time(meeting.endsAt))}</p>
      <p className="wm-week__who">
        <a className="govuk-link" href={`/staff/appointments/${meeting.id}`}>
          {name(meeting.customer)}
        </a>
      </p>
      <p className="wm-week__what">{[kind, how].filter(Boolean).join(', ')}</p>
      <StateTag state={meeting.state} wording={wording} />
    </li>
  );
}

/** A session for a group. */
export function SessionEntry({ session, wording }: Entry<{ session: DiarySession }>) {
  const { time, language } = wording;
  const words = diaryWords.in(language);
  const title = (language === 'cy' && session.titleInWelsh) || session.title;
  return (
    <li className="wm-week__item wm-week__item--group">
      <p className="wm-week__time">{words.span(time(session.startsAt), time(session.endsAt))}</p>
      <p className="wm-week__who">{title}</p>
      <p className="wm-week__what">
        {[words.places(session.taken, session.capacity), session.place].filter(Boolean).join(', ')}
      </p>
    </li>
  );
}

/** Time that somebody could have. */
export function FreeEntry({
  gap,
  wording,
  zone,
  mayBook,
}: Entry<{ gap: OpenStretch; zone: string; mayBook: boolean }>) {
  const { time, language } = wording;
  const words = diaryWords.in(language);
  const span = words.span(time(gap.startsAt), time(gap.endsAt));
  return (
    <li className="wm-week__item wm-week__item--free">
      <p className="wm-week__time">{span}</p>
      <p className="wm-week__what">
        {words.free}
        {mayBook && (
          <>
            {' '}
            <a className="govuk-link wm-week__book" href="/staff/customers">
              {words.book}
              <span className="govuk-visually-hidden">
                {words.bookAbout(span, formatDate(gap.startsAt, zone, language))}
              </span>
            </a>
          </>
        )}
      </p>
    </li>
  );
}

/** What is not as in other weeks, in a line: "Leave, all day", "Outreach, 9am to midday: Llyfrgell y Cei". */
export function exceptionLine(exception: ShownException, date: string | null, zone: string, wording: Wording): string {
  const { language } = wording;
  const words = diaryWords.in(language);
  const { kind, fromTime, toTime, untilOn, place } = exception;
  const name = words.kinds[kind];
  const clock = (text: string) => formatTime(text, zone, language);
  const when =
    fromTime && toTime ? words.exception.hours(name, clock(fromTime), clock(toTime)) : words.exception.allDay(name);
  const long =
    date !== null && untilOn > date ? words.exception.until(when, formatDate(untilOn, zone, language)) : when;
  return place ? words.exception.at(long, place) : long;
}

/** The days or hours that are not as in other weeks, with the way to change them for those who may. */
export function ExceptionEntry({
  exception,
  date,
  zone,
  mayChange,
  wording,
}: Entry<{ exception: ShownException; date: string; zone: string; mayChange: boolean }>) {
  const line = exceptionLine(exception, date, zone, wording);
  return (
    <p className={exception.kind === 'extra' || exception.kind === 'outreach' ? 'wm-week__else' : 'wm-week__away'}>
      {mayChange ? (
        <a className="govuk-link" href={`/staff/diary/exceptions/${exception.id}`}>
          {line}
        </a>
      ) : (
        line
      )}
      {exception.note !== '' && <span className="wm-week__note">{exception.note}</span>}
    </p>
  );
}

const inSentence = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

type Entry<P> = P & { wording: Wording };
