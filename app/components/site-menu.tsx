import { useLocation } from '@remix-run/react';
import { mayHelpAt } from '~/domain/assisted/help';
import { frameWords } from '~/i18n/pages/frame';
import { helpWords } from '~/i18n/pages/help';
import type { Frame } from './frame';

type Place = keyof ReturnType<typeof frameWords.in>['menu']['places'];

const SIGNED_IN: readonly Place[] = [
  '/',
  '/appointments',
  '/plan',
  '/journey',
  '/clubs',
  '/adviser',
  '/situation',
  '/profile',
  '/near-me',
  '/visits',
  '/details',
  '/sign-in-methods',
];
const SIGNED_OUT: readonly Place[] = ['/clubs', '/sign-in'];
/** What people do on a device of their own. */
const NOT_ON_KIOSK: readonly Place[] = ['/sign-in-methods'];

/** A shared computer has no ways to sign in, and whoever helps goes where they may help. */
function isOpen(place: Place, { help, kiosk }: Frame): boolean {
  if (help) return mayHelpAt(help.by.role, place);
  return !(kiosk && NOT_ON_KIOSK.includes(place));
}

/** Where else to go: at the foot of a customer's page, so that nothing stands before what the page is for. */
export function SiteMenu({ frame }: { frame: Frame }) {
  const { pathname } = useLocation();
  const { menu, signOut } = frameWords.in(frame.language);
  const signedIn = frame.signedIn === 'customer';
  const { help } = frame;
  const places = signedIn ? SIGNED_IN.filter((place) => isOpen(place, frame)) : SIGNED_OUT;
  return (
    <nav className="wm-menu" id="menu" aria-label={menu.title}>
      <ul className="govuk-width-container govuk-list">
        {places.map((place) => (
          <li key={place}>
            <a className="govuk-link" href={place} aria-current={pathname === place ? 'page' : undefined}>
              {menu.places[place]}
            </a>
          </li>
        ))}
        {help && (
          <li>
            <a className="govuk-link" href={`/staff/customers/${help.helped.id}/help/finish`}>
              {helpWords.in(frame.language).finish}
            </a>
          </li>
        )}
        {signedIn && !help && (
          <li>
            <form method="post" action="/sign-out">
              <button className="govuk-link" type="submit">
                {signOut}
              </button>
            </form>
          </li>
        )}
      </ul>
    </nav>
  );
}
