import { HOUR, MINUTE } from '~/domain/clock';
import { formatDate } from '~/i18n/format';
import { diaryWords } from '~/i18n/pages/staff-diary';
import type { DiaryDay, DiaryWeek } from '~/services/view-diary.server';
import { ExceptionEntry } from './diary-entry';
import { diaryPath } from './diary-path';
import type { Wording } from './wording';

/** The week of a whole office, an adviser after the other: how full each day is, and who is away or elsewhere. */
export function DiaryOffice({ view, wording }: { view: DiaryWeek; wording: Wording }) {
  const { language } = wording;
  const { zone } = view.office;
  const words = diaryWords.in(language);
  const holidays = view.dates.filter(({ holiday }) => holiday !== null);
  if (view.diaries.length === 0) return <p className="govuk-body">{words.officeRow.none}</p>;
  return (
    <>
      {holidays.map(({ date, holiday }) => (
        <p key={date} className="wm-week__away">
          {formatDate(date, zone, language)}. {words.bankHoliday(holiday!)}
        </p>
      ))}
      {view.diaries.map(({ adviser, days, mayChange }) => (
        <section key={adviser.id} className="wm-week-of" aria-labelledby={`diary-${adviser.id}`}>
          <h2 className="govuk-heading-s" id={`diary-${adviser.id}`}>
            <a className="govuk-link" href={diaryPath(view.monday, adviser.id)}>
              {wording.name(adviser)}
            </a>
          </h2>
          <ul className="wm-week wm-week--compact">
            {days.map((day) => (
              <li
                key={day.date}
                className={day.date === view.today ? 'wm-week__day wm-week__day--today' : 'wm-week__day'}
              >
                <p className="wm-week__name">{formatDate(day.date, zone, language)}</p>
                {day.exceptions.map((exception) => (
                  <ExceptionEntry
                    key={exception.id}
                    exception={exception}
                    date={day.date}
                    zone={zone}
                    mayChange={mayChange}
                    wording={wording}
                  />
                ))}
                <Fullness day={day} wording={wording} today={view.today} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** How many meetings there are, and how much time is left. */
function Fullness({ day, wording, today }: { day: DiaryDay; wording: Wording; today: string }) {
  const words = diaryWords.in(wording.language).officeRow;
  const free = day.free.reduce((sum, gap) => sum + gap.endsAt - gap.startsAt, 0);
  const left = free > 0 ? words.free(Math.floor(free / HOUR), Math.floor((free % HOUR) / MINUTE)) : words.full;
  if (day.closed && day.meetings.length + day.sessions.length === 0) {
    return day.exceptions.length > 0 ? null : <p className="wm-week__what">{diaryWords.in(wording.language).closed}</p>;
  }
  return (
    <>
      <p className="wm-week__what">
        {words.meetings(day.meetings.length)}
        {day.sessions.length > 0 && `, ${words.groups(day.sessions.length)}`}
      </p>
      {day.date >= today && !day.closed && <p className="wm-week__what">{left}</p>}
    </>
  );
}
