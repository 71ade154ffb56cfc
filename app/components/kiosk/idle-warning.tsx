import { useLocation } from '@remix-run/react';
import type { Frame } from '~/components/frame';
import { leadsAway } from '~/domain/assisted/kiosk-rooms';
import { kioskWords } from '~/i18n/pages/kiosk';

/**
 * A minute before a page leaves the screen it asks whether more time is needed, and when the time is up it hides what was on it,
 * both by the style sheet alone (styles/_kiosk.scss). It stands last in the page, because Enter presses a form's first button.
 * On pages with a form the link is made a button that sends it (http/kiosk-page.server.ts).
 */
export function IdleWarning({ kiosk, frame }: { kiosk: NonNullable<Frame['kiosk']>; frame: Frame }) {
  const { pathname, search } = useLocation();
  if (!kiosk.open || !leadsAway(pathname) || pathname === '/kiosk/finished') return null;
  const words = kioskWords.in(frame.language).time;
  return (
    <>
      <div
        className={`wm-idle wm-idle--${kiosk.seconds}`}
        role="alertdialog"
        aria-live="assertive"
        aria-labelledby="more-time"
        aria-describedby="more-time-why"
      >
        <div className="wm-idle__box">
          <h2 className="govuk-heading-l" id="more-time">
            {words.title}
          </h2>
          <p className="govuk-body" id="more-time-why">
            {words.text} {words.kept}
          </p>
          <p className="govuk-body" aria-hidden="true">
            {words.left} <strong className={`wm-idle__count wm-idle__count--${kiosk.seconds}`} />
          </p>
          <a href={`${pathname}${search}`} className="govuk-button wm-idle__more">
            {words.more}
          </a>
        </div>
      </div>
      <div className={`wm-idle wm-idle--over wm-idle--over-${kiosk.seconds}`}>
        <div className="wm-idle__box">
          <p className="govuk-heading-l">{words.over}</p>
          <a href="/kiosk/finished?why=time" className="govuk-button">
            {words.start}
          </a>
        </div>
      </div>
    </>
  );
}
