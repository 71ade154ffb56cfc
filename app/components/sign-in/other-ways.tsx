import { useFrame } from '~/components/frame';
import { onTheWayTo, type Place } from '~/domain/access/fresh-sign-in';
import type { Language } from '~/domain/language';
import { signInWords } from '~/i18n/pages/sign-in';

const PATHS = {
  code: '/sign-in',
  password: '/sign-in/password',
  passkey: '/sign-in/passkey',
  card: '/sign-in/card',
} as const;

const ALL = ['code', 'password', 'passkey', 'card'] as const;
/** On a shared computer: what leaves nothing there and needs nothing typed that others could use again. */
const ON_KIOSK: readonly (typeof ALL)[number][] = ['code', 'card'];

/** The ways to sign in, other than the one of this page, and what to do when none works. */
export function OtherWays({
  language,
  place,
  but,
}: {
  language: Language;
  place: Place | null;
  but: keyof typeof PATHS;
}) {
  const words = signInWords.in(language).others;
  const ways = (useFrame().kiosk ? ON_KIOSK : ALL).filter((way) => way !== but);
  return (
    <>
      <h2 className="govuk-heading-s">{words.heading}</h2>
      <ul className="govuk-list wm-ways">
        {ways.map((way) => (
          <li key={way}>
            <a className="govuk-link" href={onTheWayTo(place, PATHS[way])}>
              {words[way]}
            </a>
          </li>
        ))}
        <li>
          <a className="govuk-link" href={onTheWayTo(place, '/sign-in/help')}>
            {words.help}
          </a>
        </li>
      </ul>
    </>
  );
}
