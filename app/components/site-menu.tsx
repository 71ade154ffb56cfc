import { useLocation } from '@remix-run/react';
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
  '/details',
  '/sign-in-methods',
];
const SIGNED_OUT: readonly Place[] = ['/clubs', '/sign-in'];

/** Where else to go: at the foot of a customer's page, so that nothing stands before what the page is for. */
export function SiteMenu({ frame }: { frame: Frame }) {
  const { pathname } = useLocation();
  const { menu, signOut } = frameWords.in(frame.language);
  const signedIn = frame.signedIn === 'customer';
  const { help } = frame;
  // Ways to sign in are the customer's alone, and the way out for whoever helps is the end of the help.
  const places = !signedIn ? SIGNED_OUT : help ? SIGNED_IN.filter((place) => place !== '/sign-in-methods') : SIGNED_IN;
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
