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
const PLACES: Record<string, string> = {
  methods: '/sign-in-methods',
  password: '/sign-in-methods/password',
  passkey: '/sign-in-methods/passkey',
  details: '/details',
  plan: '/plan',
  journey: '/journey',
  adviser: '/adviser',
  messages: '/adviser/messages',
  meetings: '/appointments',
  situation: '/situation',
};
/** And those that are about one thing, "club.CLUB-1": the name, and around what its identifier stands. */
const ABOUT: Record<string, readonly [before: string, after: string]> = {
  meeting: ['/appointments/', ''],
  feedback: ['/appointments/', '/feedback'],
  club: ['/clubs/', ''],
};
const IDENTIFIER = '[A-Za-z0-9-]{1,60}';
const NAMED = new RegExp(`^([a-z]+)\\.(${IDENTIFIER})$`);

/** The name of a place; only `placeNamed` and `placeAt` make one. */
export type Place = string & { readonly isPlace: true };

/** The place of that name, or null. Only names travel in addresses, so that nobody can be led elsewhere. */
export function placeNamed(name: string | null): Place | null {
  if (name === null) return null;
  const about = NAMED.exec(name)?.[1];
  return Object.hasOwn(PLACES, name) || (about !== undefined && Object.hasOwn(ABOUT, about)) ? (name as Place) : null;
}

/** True for a place that asks people to sign in once more although they are signed in. */
export function asksAgain(place: Place): boolean {
  return ['methods', 'password', 'passkey', 'details'].includes(place);
}

/** The place that has this path, or null where people start at home again. */
export function placeAt(path: string): Place | null {
  const whole = Object.entries(PLACES).find(([, known]) => known === path);
  if (whole) return whole[0] as Place;
  for (const [name, [before, after]] of Object.entries(ABOUT)) {
    const id =
      path.startsWith(before) && path.endsWith(after) ? path.slice(before.length, path.length - after.length) : '';
    if (new RegExp(`^${IDENTIFIER}$`).test(id)) return `${name}.${id}` as Place;
  }
  return null;
}

/** Where to go after signing in: home, unless one was on the way to somewhere. */
export function pathAfterSignIn(place: Place | null): string {
  if (!place) return '/';
  const [name = '', id] = place.split('.');
  const [before, after] = ABOUT[name] ?? ['', ''];
  return id === undefined ? (PLACES[name] ?? '/') : `${before}${id}${after}`;
}

/** An address on the way through signing in, which remembers where one is going. */
export function onTheWayTo(place: Place | null, path: string): string {
  if (!place) return path;
  return `${path}${path.includes('?') ? '&' : '?'}then=${place}`;
}
