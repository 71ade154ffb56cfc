import { frameWords } from '~/i18n/pages/frame';
import type { Frame } from './frame';
import { PhoneLink } from './phone-link';

interface Props {
  frame: Frame;
  /** Staff need no number to call themselves on; what they should know is that their reading is on record. */
  audience: 'customers' | 'staff' | 'visitors';
}

/** The number to call, in the same place on every page of customers; what others should know on theirs. */
export function SiteFooter({ frame, audience }: Props) {
  const words = frameWords.in(frame.language);
  return (
    <footer className="wm-footer">
      <div className="govuk-width-container">
        {audience === 'customers' && (
          <>
            <h2 className="govuk-heading-s wm-footer__heading">{words.help}</h2>
            {frame.phone && (
              <p className="govuk-body wm-footer__call">
                {words.callUs} <PhoneLink phone={frame.phone} />
              </p>
            )}
            <p className="govuk-body-s wm-footer__text">
              {words.helpText}{' '}
              <a className="govuk-link" href="/profile/another-way">
                {words.anotherWay}
              </a>
            </p>
          </>
        )}
        {audience === 'customers' && <AboutLinks frame={frame} />}
        {audience === 'staff' && <p className="govuk-body-s wm-footer__text">{words.onRecord}</p>}
        {audience === 'visitors' && <p className="govuk-body-s wm-footer__text">{words.demo}</p>}
        {words.draftNotice && <p className="govuk-body-s wm-footer__text">{words.draftNotice}</p>}
      </div>
    </footer>
  );
}

/** What every service has to say about itself. */
function AboutLinks({ frame }: { frame: Frame }) {
  const { about, aboutThisService } = frameWords.in(frame.language);
  return (
    <nav aria-label={aboutThisService}>
      <ul className="govuk-list wm-footer__links">
        {Object.entries(about).map(([path, name]) => (
          <li key={path}>
            <a className="govuk-link" href={path}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
