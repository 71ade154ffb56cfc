import { expect, test } from 'vitest';
import { nextPage } from './fresh-sign-in.server';

test.each([
  ['/details/download', '/details/download'],
  ['/details/contacts/new?kind=email', '/details/contacts/new?kind=email'],
  ['/details/contacts/0190a1b2-aaaa-7bbb-8ccc-0123456789ab/change', '/details/contacts/0190a1b2-aaaa-7bbb-8ccc-0123456789ab/change'], // prettier-ignore
  [null, '/details'],
  ['https://elsewhere.example', '/details'],
  ['//elsewhere.example', '/details'],
  ['/details/../sign-out', '/details'],
  ['/detailsx', '/details'],
  ['/details/name?done=x&y', '/details'],
])('from %s to %s', (wanted, page) => expect(nextPage(wanted)).toBe(page));
