import type { Language } from '~/domain/language';
import { staffWords } from '~/i18n/pages/staff';

interface Props {
  me: { firstName: string; lastName: string };
  language: Language;
}

/** Who is signed in, the way to the day, and the way out. */
export function StaffBar({ me, language }: Props) {
  const words = staffWords.in(language);
  return (
    <div className="wm-staff-bar">
      <nav aria-label={words.staffMenu}>
        <a className="govuk-link" href="/staff">
          {words.day}
        </a>
      </nav>
      <p className="wm-staff-bar__me">{words.signedInAs(words.name(me.firstName, me.lastName))}</p>
      <form method="post" action="/staff/sign-out">
        <button className="wm-link-button" type="submit">
          {words.signOut}
        </button>
      </form>
    </div>
  );
}
