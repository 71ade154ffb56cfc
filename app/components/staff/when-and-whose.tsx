import type { ReactNode } from 'react';
import { frameWords } from '~/i18n/pages/frame';
import type { Wording } from './wording';

/** A way to another day, week or person. */
export interface ChoiceLink {
  text: string;
  href: string;
  current?: boolean;
}

interface Props {
  words: Record<'choose' | 'mine' | 'office' | 'other' | 'date' | 'dateFault' | 'whose' | 'show', string>;
  wording: Wording;
  /** Where the form leads. */
  action: string;
  /** The days or weeks on either side. */
  near: readonly ChoiceLink[];
  pathOf: (date: string, whose: string) => string;
  date: string;
  /** The date that was asked for is none. */
  dateFault: boolean;
  /** Whose is shown: an id, `me` or `all`. */
  adviser: string;
  advisers: readonly { id: string; firstName: string; lastName: string }[];
}

/** When and whose: the days or weeks on either side, one's own or everybody's, and behind one press a form for any other. */
export function WhenAndWhose(props: Props) {
  const { words, wording, action, near, pathOf, date, dateFault, adviser, advisers } = props;
  const whose = (text: string, who: string) => ({ text, href: pathOf(date, who), current: adviser === who });
  return (
    <nav className="wm-day-choice" aria-label={words.choose}>
      <Links links={near} />
      <Links links={[whose(words.mine, 'me'), whose(words.office, 'all')]} />
      <details className="wm-more" open={dateFault || (adviser !== 'me' && adviser !== 'all')}>
        <summary className="wm-more__summary">{words.other}</summary>
        <form method="get" action={action} className="wm-day-form">
          <Field id="date" label={words.date} fault={dateFault ? words.dateFault : null} wording={wording}>
            <input
              className="govuk-input"
              id="date"
              name="date"
              type="date"
              defaultValue={date}
              aria-describedby={dateFault ? 'date-error' : undefined}
            />
          </Field>
          <Field id="adviser" label={words.whose} fault={null} wording={wording}>
            <select className="govuk-select" id="adviser" name="adviser" defaultValue={adviser}>
              <option value="me">{words.mine}</option>
              <option value="all">{words.office}</option>
              {advisers.map((one) => (
                <option key={one.id} value={one.id}>
                  {wording.name(one)}
                </option>
              ))}
            </select>
          </Field>
          <button className="wm-tap" type="submit">
            {words.show}
          </button>
        </form>
      </details>
    </nav>
  );
}

function Links({ links }: { links: readonly ChoiceLink[] }) {
  return (
    <ul className="wm-links">
      {links.map(({ text, href, current }) => (
        <li key={text}>
          <a className="govuk-link" href={href} aria-current={current ? 'page' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}

interface FieldProps {
  id: string;
  label: string;
  fault: string | null;
  wording: Wording;
  children: ReactNode;
}

function Field({ id, label, fault, wording, children }: FieldProps) {
  return (
    <div className={fault ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      {fault && (
        <p className="govuk-error-message" id={`${id}-error`}>
          <span className="govuk-visually-hidden">{frameWords.in(wording.language).error}:</span> {fault}
        </p>
      )}
      {children}
    </div>
  );
}
