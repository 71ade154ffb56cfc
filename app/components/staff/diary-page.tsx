import type { Language } from '~/domain/language';
import { formatDate } from '~/i18n/format';
import { diaryWords } from '~/i18n/pages/staff-diary';
import type { DiaryWeek } from '~/services/view-diary.server';
import { DiaryChoice } from './diary-choice';
import { DiaryDays } from './diary-days';
import { DiaryOffice } from './diary-office';
import { diaryPath } from './diary-path';
import { StaffDoneBanner, type Notice } from './done-banner';
import { StaffBar } from './staff-bar';
import { wordingFor } from './wording';

interface Props {
  language: Language;
  view: DiaryWeek;
  notice: Notice | null;
  me: { firstName: string; lastName: string };
}

/** What the page is called. */
export function diaryTitle(view: DiaryWeek, language: Language): string {
  const words = diaryWords.in(language);
  const monday = formatDate(view.monday, view.office.zone, language);
  const [only] = view.diaries;
  if (view.adviser === 'all' || !only) return words.officeTitle(monday);
  return words.title(`${only.adviser.firstName} ${only.adviser.lastName}`, monday);
}

/** A week of one adviser, or of the whole office. */
export function DiaryPage({ language, view, notice, me }: Props) {
  const { zone } = view.office;
  // The week is about no one date, so that times stand alone.
  const wording = wordingFor(language, { zone, now: view.now });
  const words = diaryWords.in(language);
  const [only] = view.diaries;
  const one = view.adviser !== 'all' && only ? only : null;
  return (
    <div className="wm-staff wm-diary">
      <StaffBar me={me} language={language} />
      {notice && <StaffDoneBanner notice={notice} wording={wording} back={diaryPath(view.monday, view.adviser)} />}
      <span className="govuk-caption-l">{view.office.name}</span>
      <h1 className="govuk-heading-l">{diaryTitle(view, language)}</h1>
      <DiaryChoice view={view} wording={wording} />
      {one?.mayChange && (
        <ul className="wm-links wm-diary__change">
          <li>
            <a className="govuk-link" href={`/staff/diary/exceptions/new?adviser=${one.adviser.id}`}>
              {words.add}
            </a>
          </li>
          <li>
            <a className="govuk-link" href={`/staff/diary/hours?adviser=${one.adviser.id}`}>
              {words.hours}
            </a>
          </li>
          {view.adviser === 'me' && (
            <li>
              <a className="govuk-link" href="/staff/diary/calendar">
                {words.calendar}
              </a>
            </li>
          )}
        </ul>
      )}
      {one && !one.mayChange && <p className="govuk-body">{words.readOnly(one.adviser.firstName)}</p>}
      {one ? <DiaryDays view={view} diary={one} wording={wording} /> : <DiaryOffice view={view} wording={wording} />}
    </div>
  );
}
