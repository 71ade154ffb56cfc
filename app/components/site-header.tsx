import { useLocation } from '@remix-run/react';
import { LANGUAGES, ownNameOf } from '~/domain/language';
import { frameWords } from '~/i18n/pages/frame';
import type { Frame } from './frame';

/** The service's name, the way to the menu, and the other language. */
export function SiteHeader({ frame, home, menu }: { frame: Frame; home: string; menu: boolean }) {
  const words = frameWords.in(frame.language);
  return (
    <header className="wm-header">
      <div className="govuk-width-container wm-header__bar">
        <a className="wm-header__name" href={home}>
          <Waymarker />
          {words.service}
        </a>
        <div className="wm-header__tools">
          {menu && (
            <a className="wm-header__tool" href="#menu">
              {words.menu.title}
            </a>
          )}
          <LanguageSwitch frame={frame} />
        </div>
      </div>
    </header>
  );
}

/**
 * The same page in the other language: the address stays, `lang` is added. Where the page has a form, the server makes
 * buttons of these links, so that what was typed comes along (http/language-switch.server.ts).
 */
function LanguageSwitch({ frame }: { frame: Frame }) {
  const { search } = useLocation();
  const words = frameWords.in(frame.language);
  return (
    <nav aria-label={words.languageSwitch}>
      {LANGUAGES.filter((language) => language !== frame.language).map((other) => {
        const query = new URLSearchParams(search);
        query.set('lang', other);
        return (
          <a key={other} className="wm-header__tool" href={`?${query}`} hrefLang={other} lang={other}>
            {ownNameOf(other)}
          </a>
        );
      })}
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
