import type { OfficeDay } from '~/services/view-office-day.server';
import { frameWords } from '~/i18n/pages/frame';
import type { Wording } from './wording';

/** The address of a day as one sees it: which day, and whose appointments. */
export function dayPath(date: string, adviser: string): string {
  return `/staff/day?date=${date}&adviser=${adviser}`;
}

type Props = Pick<OfficeDay, 'date' | 'today' | 'previous' | 'next' | 'adviser' | 'advisers' | 'dateFault'> & {
  wording: Wording;
};

/** The days on either side, my own or everybody's, and behind one press a form for any other day or person. */
export function DayChoice({ date, today, previous, next, adviser, advisers, dateFault, wording }: Props) {
  const words = wording.words.dayPage;
  const link = (text: string, to: string, whose: string, current = false) => (
    <li>
      <a className="govuk-link" href={dayPath(to, whose)} aria-current={current ? 'page' : undefined}>
        {text}
      </a>
    </li>
  );
  return (
    <nav className="wm-day-choice" aria-label={words.choose}>
      <ul className="wm-links">
        {link(words.previous, previous, adviser)}
        {date !== today && link(words.today, today, adviser)}
        {link(words.next, next, adviser)}
      </ul>
      <ul className="wm-links">
        {link(words.mine, date, 'me', adviser === 'me')}
        {link(words.office, date, 'all', adviser === 'all')}
      </ul>
      <details className="wm-more" open={dateFault || (adviser !== 'me' && adviser !== 'all')}>
        <summary className="wm-more__summary">{words.other}</summary>
        <form method="get" action="/staff/day" className="wm-day-form">
          <div className={dateFault ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
            <label className="govuk-label" htmlFor="date">
              {words.date}
            </label>
            {dateFault && (
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
              defaultValue={date}
              aria-describedby={dateFault ? 'date-error' : undefined}
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
