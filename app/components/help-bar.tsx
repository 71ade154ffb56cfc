import { helpWords } from '~/i18n/pages/help';
import { staffWords } from '~/i18n/pages/staff';
import type { Frame } from './frame';

/** Whom a colleague is helping, on every page that they see as that person, and the way out. */
export function HelpBar({ help, frame }: { help: NonNullable<Frame['help']>; frame: Frame }) {
  const words = helpWords.in(frame.language);
  const { id, firstName, lastName } = help.helped;
  return (
    <aside className="wm-help-bar" aria-label={words.barLabel}>
      <div className="govuk-width-container wm-help-bar__inner">
        <p className="wm-help-bar__text">
          {words.bar[help.way](staffWords.in(frame.language).name(firstName, lastName))}
        </p>
        <a className="wm-help-bar__way" href={`/staff/customers/${id}/help/finish`}>
          {words.finish}
        </a>
      </div>
    </aside>
  );
}

/** For the customer: somebody uses their pages for them somewhere else, and they can stop it. */
export function HelpedElsewhereBar({ frame }: { frame: Frame }) {
  const words = helpWords.in(frame.language);
  return (
    <aside className="wm-help-bar" aria-label={words.barLabel}>
      <div className="govuk-width-container wm-help-bar__inner">
        <p className="wm-help-bar__text">{words.elsewhere}</p>
        <form method="post" action="/help/end">
          <button className="wm-help-bar__way" type="submit">
            {words.stopThis}
          </button>
        </form>
      </div>
    </aside>
  );
}
