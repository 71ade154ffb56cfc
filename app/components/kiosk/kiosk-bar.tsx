import { useLocation } from '@remix-run/react';
import type { Frame } from '~/components/frame';
import { kioskWords } from '~/i18n/pages/kiosk';

type Kiosk = NonNullable<Frame['kiosk']>;

/** Pages that people put on paper. */
const PRINTED = /^\/(appointments\/[^/]+|plan)$/;

/** That it is a shared computer, and the way to leave it with nothing of oneself behind. */
export function KioskBar({ kiosk, frame }: { kiosk: Kiosk; frame: Frame }) {
  const words = kioskWords.in(frame.language).bar;
  const { pathname } = useLocation();
  const signedIn = frame.signedIn === 'customer';
  return (
    <>
      <section className="wm-kiosk-bar" aria-label={words.label}>
        <div className="govuk-width-container">
          <div className="wm-kiosk-bar__row">
            <strong>{words.name(kiosk.name)}</strong>
            {kiosk.open && (
              <a className="govuk-link" href="/kiosk">
                {words.start}
              </a>
            )}
            {kiosk.open && signedIn && (
              <a className="govuk-link" href="/visits/new">
                {words.champion}
              </a>
            )}
            {kiosk.open && (
              <form method="post" action="/kiosk/finish">
                <button className="govuk-button wm-kiosk-bar__finish" type="submit">
                  {words.finish}
                </button>
              </form>
            )}
          </div>
          {kiosk.minutesLeft !== null && (
            <p className="wm-kiosk-bar__note">{words.nearlyOver(`${kiosk.minutesLeft}`)}</p>
          )}
          {signedIn && PRINTED.test(pathname) && (
            <Printing details={kiosk.onPaper !== null} path={pathname} words={words} />
          )}
          {signedIn && kiosk.begun.length > 0 && <Begun kiosk={kiosk} frame={frame} />}
        </div>
      </section>
      {kiosk.onPaper && <p className="wm-kiosk-paper">{`${kiosk.onPaper.name}, ${kiosk.onPaper.ref}`}</p>}
    </>
  );
}

type BarWords = ReturnType<typeof kioskWords.in>['bar'];

/** Paper is without one's details unless one asks for them. */
function Printing({ details, path, words }: { details: boolean; path: string; words: BarWords }) {
  return (
    <p className="wm-kiosk-bar__note">
      {details ? words.printing : words.printHint}{' '}
      <a className="govuk-link wm-kiosk-bar__link" href={details ? path : `${path}?print=details`}>
        {details ? words.printPlain : words.print}
      </a>
    </p>
  );
}

/** What somebody had begun here today, before their time was over. */
function Begun({ kiosk, frame }: { kiosk: Kiosk; frame: Frame }) {
  const words = kioskWords.in(frame.language).begun;
  return (
    <>
      <h2 className="govuk-heading-s wm-kiosk-bar__heading">{words.heading}</h2>
      {kiosk.begun.map(({ id, form, path }) => (
        <div key={id} className="wm-kiosk-bar__row">
          <span>{words.forms[form]}</span>
          <a className="govuk-link" href={path}>
            {words.goOn}
          </a>
          <form method="post" action={`/kiosk/drafts/${id}/removal`}>
            <button className="wm-link-button" type="submit">
              {words.away}
            </button>
          </form>
        </div>
      ))}
    </>
  );
}
