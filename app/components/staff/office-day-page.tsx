import type { Language } from '~/domain/language';
import { formatDate, relativeDay } from '~/i18n/format';
import { recordWords } from '~/i18n/pages/record';
import { staffEarlierWords } from '~/i18n/pages/staff-earlier';
import type { OfficeDay } from '~/services/view-office-day.server';
import { DayChoice, dayPath } from './day-choice';
import { DayList } from './day-list';
import { StaffDoneBanner, type Notice } from './done-banner';
import { NeedsLine, NeedsYou } from './needs-you';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  day: OfficeDay;
  notice: Notice | null;
  me: { firstName: string; lastName: string };
}

/** A day of an office: the appointments in time order, and what needs somebody beside or below them. */
export function OfficeDayPage({ language, day, notice, me }: Props) {
  const { zone } = day.office;
  const wording = wordingFor(language, { zone, now: day.now, date: day.date });
  const words = wording.words.dayPage;
  const back = dayPath(day.date, day.adviser);
  const near = relativeDay(day.date, day.today, language);
  return (
    <div className="wm-staff">
      <StaffBar me={me} language={language} />
      {notice && <StaffDoneBanner notice={notice} wording={wording} back={back} />}
      <span className="govuk-caption-l">{day.office.name}</span>
      <h1 className="govuk-heading-l">
        {near && `${words.nearDay(near)}, `}
        {formatDate(day.date, zone, language)}
      </h1>
      {day.covers.map((cover) => (
        <p key={cover.id} className="wm-cover-today">
          <a className="govuk-link" href="/staff/cover">
            {recordWords
              .in(language)
              .cover.today(
                wording.name(cover.standIn),
                wording.name(cover.adviser),
                formatDate(cover.untilOn, zone, language),
              )}
          </a>
        </p>
      ))}
      <DayChoice {...day} wording={wording} />
      <p className="govuk-body wm-screen">
        <a className="govuk-link" href="/staff/earlier">
          {staffEarlierWords.in(language).dayLink}
        </a>
      </p>
      <NeedsLine needs={day.needs} wording={wording} />
      <div className="wm-columns">
        <section aria-labelledby="appointments" className="wm-columns__main">
          <h2 className="govuk-heading-m" id="appointments">
            {day.rows.length > 0 ? words.count(day.rows.length) : words.appointments}
          </h2>
          {day.rows.length === 0 && <Empty day={day} words={words} />}
          {day.items.length > 0 && (
            <DayList
              items={day.items}
              date={day.date}
              now={day.date === day.today ? day.now : null}
              back={back}
              showAdviser={day.adviser === 'all'}
              wording={wording}
            />
          )}
        </section>
        <NeedsYou needs={day.needs} back={back} clock={{ zone, now: day.now }} wording={wording} />
      </div>
    </div>
  );
}

function Empty({ day, words }: { day: OfficeDay; words: ReturnType<typeof wordingFor>['words']['dayPage'] }) {
  if (day.adviser === 'all') return <p className="govuk-body">{words.none}</p>;
  return (
    <>
      <p className="govuk-body">{day.adviser === 'me' ? words.noneMine : words.none}</p>
      <p className="govuk-body">
        <a className="govuk-link" href={dayPath(day.date, 'all')}>
          {words.seeOffice}
        </a>
      </p>
    </>
  );
}
