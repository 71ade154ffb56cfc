import { capitalised } from '~/components/appointment/shown-appointment';
import { formatDate } from '~/i18n/format';
import { diaryWords } from '~/i18n/pages/staff-diary';
import type { DiaryDay, DiaryWeek } from '~/services/view-diary.server';
import { ExceptionEntry, FreeEntry, MeetingEntry, SessionEntry } from './diary-entry';
import type { Wording } from './wording';

interface Props {
  view: DiaryWeek;
  diary: DiaryWeek['diaries'][number];
  wording: Wording;
}

/** A week of one adviser: beside each other where there is room, one below the other on a phone. */
export function DiaryDays({ view, diary, wording }: Props) {
  return (
    <ol className="wm-week">
      {diary.days.map((day, n) => (
        <li key={day.date} className={day.date === view.today ? 'wm-week__day wm-week__day--today' : 'wm-week__day'}>
          <h2 className="wm-week__name">{capitalised(formatDate(day.date, view.office.zone, wording.language))}</h2>
          <Day day={day} holiday={view.dates[n]!.holiday} view={view} diary={diary} wording={wording} />
        </li>
      ))}
    </ol>
  );
}

function Day({ day, holiday, view, diary, wording }: Props & { day: DiaryDay; holiday: string | null }) {
  const words = diaryWords.in(wording.language);
  const { zone } = view.office;
  const entries = [
    ...day.meetings.map((meeting) => ({
      at: meeting.startsAt,
      entry: <MeetingEntry key={meeting.id} meeting={meeting} kinds={view.kinds} wording={wording} />,
    })),
    ...day.sessions.map((session) => ({
      at: session.startsAt,
      entry: <SessionEntry key={session.id} session={session} wording={wording} />,
    })),
    ...day.free.map((gap) => ({
      at: gap.startsAt,
      entry: (
        <FreeEntry key={`free-${gap.startsAt}`} gap={gap} zone={zone} mayBook={diary.mayChange} wording={wording} />
      ),
    })),
    ...(day.date === view.today
      ? [{ at: view.now, entry: <NowLine key="now" now={view.now} wording={wording} /> }]
      : []),
  ].sort((a, b) => a.at - b.at);
  return (
    <>
      {holiday !== null && <p className="wm-week__away">{words.bankHoliday(holiday)}</p>}
      {day.exceptions.map((exception) => (
        <ExceptionEntry
          key={exception.id}
          exception={exception}
          date={day.date}
          zone={zone}
          mayChange={diary.mayChange}
          wording={wording}
        />
      ))}
      {entries.length > 0 && <ol className="wm-week__list">{entries.map(({ entry }) => entry)}</ol>}
      {entries.length === 0 && day.closed && day.exceptions.length === 0 && holiday === null && (
        <p className="wm-week__what">{words.closed}</p>
      )}
    </>
  );
}

function NowLine({ now, wording }: { now: number; wording: Wording }) {
  return <li className="wm-now">{diaryWords.in(wording.language).now(wording.time(now))}</li>;
}
