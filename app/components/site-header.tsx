import { useLocation } from '@remix-run/react';
import { frameWords } from '~/i18n/pages/frame';
import type { Frame } from './frame';

/** The service's name, the other language, and the way out. */
export function SiteHeader({ frame, home }: { frame: Frame; home: string }) {
  const words = frameWords.in(frame.language);
  return (
    <header className="wm-header">
      <div className="govuk-width-container wm-header__bar">
        <a className="wm-header__name" href={home}>
          <Waymarker />
          {words.service}
        </a>
        <div className="wm-header__tools">
          <LanguageSwitch frame={frame} />
          {frame.signedIn === 'customer' && home === '/' && (
            <form method="post" action="/sign-out">
              <button className="wm-header__tool" type="submit">
                {words.signOut}
              </button>
            </form>
          )}
        </div>
      </div>
    </header>
  );
}

/** The same page in the other language: the address stays, `lang` is added. */
function LanguageSwitch({ frame }: { frame: Frame }) {
  const { search } = useLocation();
  const other = frame.language === 'en' ? 'cy' : 'en';
  const query = new URLSearchParams(search);
  query.set('lang', other);
  const words = frameWords.in(frame.language);
  return (
    <nav aria-label={words.languageSwitch}>
      <a className="wm-header__tool" href={`?${query}`} hrefLang={other} lang={other}>
        {words.otherLanguage}
      </a>
    </nav>
  );
}

/** The sign on the post: a disc with an arrow. */
function Waymarker() {
  return (
    <svg className="wm-header__sign" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="12" />
      <path d="M12 4l6.5 7h-4v9h-5v-9h-4z" />
    </svg>
  );
}
