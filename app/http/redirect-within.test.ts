import { describe, expect, it } from 'vitest';
import { isOwnPath, redirectWithin } from './redirect-within.server';

describe('where a redirect may lead', () => {
  it.each(['/', '/sign-in', '/a/AbC123?done=moved'])('to %s', (path) => expect(isOwnPath(path)).toBe(true));
  it.each([
    '',
    'sign-in',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    '/a\r\nSet-Cookie: x',
    '/a b',
    '/a\\b',
    '/\t/elsewhere.example',
  ])('not to %j', (path) => {
    expect(isOwnPath(path)).toBe(false);
    expect(() => redirectWithin(path)).toThrow();
  });
  it('answers 303, so that a form is not sent again', () => expect(redirectWithin('/').status).toBe(303));
});
