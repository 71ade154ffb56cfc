import { diaryWords } from '~/i18n/pages/staff-diary';
import { frameWords } from '~/i18n/pages/frame';
import type { DiaryWeek } from '~/services/view-diary.server';
import { diaryPath } from './diary-path';
import type { Wording } from './wording';

/** The weeks on either side, my own diary or everybody's, and behind one press a form for any other week or person. */
export function DiaryChoice({ view, wording }: { view: DiaryWeek; wording: Wording }) {
  const { adviser, advisers, monday, today, weekFault } = view;
  const words = diaryWords.in(wording.language);
  const link = (text: string, href: string, current = false) => (
    <li>
      <a className="govuk-link" href={href} aria-current={current ? 'page' : undefined}>
        {text}
      </a>
    </li>
  );
  const ofWeek = (week: string) => `/staff/diary?week=${week}&adviser=${adviser}`;
  return (
    <nav className="wm-day-choice" aria-label={words.choose}>
      <ul className="wm-links">
        {link(words.previous, ofWeek(view.previous))}
        {link(words.thisWeek, diaryPath(today, adviser))}
        {link(words.next, ofWeek(view.next))}
      </ul>
      <ul className="wm-links">
        {link(words.mine, diaryPath(monday, 'me'), adviser === 'me')}
        {link(words.office, diaryPath(monday, 'all'), adviser === 'all')}
      </ul>
      <details className="wm-more" open={weekFault || (adviser !== 'me' && adviser !== 'all')}>
        <summary className="wm-more__summary">{words.other}</summary>
        <form method="get" action="/staff/diary" className="wm-day-form">
          <div className={weekFault ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
            <label className="govuk-label" htmlFor="date">
              {words.date}
            </label>
            {weekFault && (
              <p className="govuk-error-message" id="date-error">
                <span className="govuk-visually-hidden">{frameWords.in(wording.language).error}:</span>{' '}
                {words.dateFault}
              </p>
            )}
            <input
              className="govuk-input"
              id="date"
              name="date"
              type="date"
              defaultValue={monday}
              aria-describedby={weekFault ? 'date-error' : undefined}
            />
          </div>
          <div className="govuk-form-group">
            <label className="govuk-label" htmlFor="adviser">
              {words.whose}
            </label>
            <select className="govuk-select" id="adviser" name="adviser" defaultValue={adviser}>
              <option value="me">{words.mine}</option>
              <option value="all">{words.office}</option>
              {advisers.map((one) => (
                <option key={one.id} value={one.id}>
                  {wording.name(one)}
                </option>
              ))}
            </select>
          </div>
          <button className="wm-tap" type="submit">
            {words.show}
          </button>
        </form>
      </details>
    </nav>
  );
}
