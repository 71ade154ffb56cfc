import { MINUTE } from '../clock';

/** How long after signing in somebody may change how they are reached or sign in, or take their data, without being asked again (ms). */
const FRESH = 10 * MINUTE;
/** A page that was opened in time may be sent a while later: nobody types a new address against the clock. */
const TO_SEND_IT = 10 * MINUTE;

/**
 * True while somebody has proved lately enough who they are. Source: docs/security.md, changing a phone or email.
 * @param signedInAt when the session began (ms).
 * @param use whether a page is opened, or a form that it held is sent.
 */
export function isFreshSignIn(signedInAt: number, use: 'open' | 'send', now: number): boolean {
  return now - signedInAt < (use === 'open' ? FRESH : FRESH + TO_SEND_IT);
}

/** Where one may be on the way to when asked to sign in (again), by the name that stands in the address. */
const PLACES = {
  methods: '/sign-in-methods',
  password: '/sign-in-methods/password',
  passkey: '/sign-in-methods/passkey',
  details: '/details',
} as const;
export type Place = keyof typeof PLACES;

/** The place of that name, or null. Only names travel in addresses, so that nobody can be led elsewhere. */
export function placeNamed(name: string | null): Place | null {
  return name !== null && Object.hasOwn(PLACES, name) ? (name as Place) : null;
}

/** Where to go after signing in: home, unless one was on the way to somewhere. */
export function pathAfterSignIn(place: Place | null): string {
  return place ? PLACES[place] : '/';
}

/** An address on the way through signing in, which remembers where one is going. */
export function onTheWayTo(place: Place | null, path: string): string {
  if (!place) return path;
  return `${path}${path.includes('?') ? '&' : '?'}then=${place}`;
}
