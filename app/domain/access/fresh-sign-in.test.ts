import { describe, expect, it, test } from 'vitest';
import { MINUTE } from '../clock';
import { isFreshSignIn, onTheWayTo, pathAfterSignIn, placeAt, placeNamed } from './fresh-sign-in';

test.each([
  ['open', 0, true],
  ['open', 10 * MINUTE - 1, true],
  ['open', 10 * MINUTE, false],
  ['send', 10 * MINUTE, true],
  ['send', 20 * MINUTE - 1, true],
  ['send', 20 * MINUTE, false],
] as const)('to %s something %i ms after signing in: %s', (use, after, expected) =>
  expect(isFreshSignIn(1_000, use, 1_000 + after)).toBe(expected),
);

describe('a sign-in', () => {
  it('leads on to where one was going, and nowhere else', () => {
    expect(pathAfterSignIn(placeNamed('password'))).toBe('/sign-in-methods/password');
    for (const name of [
      null,
      '',
      '/staff',
      'https://elsewhere.example',
      '__proto__',
      'toString',
      'club.',
      'club./staff',
      'toString.1',
    ])
      expect(pathAfterSignIn(placeNamed(name))).toBe('/');
  });

  it('remembers on the way where one was going', () => {
    expect(onTheWayTo(null, '/sign-in/code?by=text')).toBe('/sign-in/code?by=text');
    const passkey = placeNamed('passkey');
    expect(onTheWayTo(passkey, '/sign-in/code?by=text')).toBe('/sign-in/code?by=text&then=passkey');
    expect(onTheWayTo(passkey, '/sign-in')).toBe('/sign-in?then=passkey');
  });

  it.each(['/plan', '/adviser/messages', '/appointments/0190-ab', '/appointments/0190-ab/feedback', '/clubs/CLUB-1'])(
    'leads back to %s',
    (path) => expect(pathAfterSignIn(placeNamed(placeAt(path)))).toBe(path),
  );

  it.each([
    '/',
    '/appointments/a/b/feedback',
    '/clubs/..%2fstaff',
    '/staff/day',
    '/appointments/',
    '/plan/steps/1/done',
  ])('starts at home for %s', (path) => expect(placeAt(path)).toBeNull());
});
