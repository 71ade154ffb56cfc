import { expect, test } from 'vitest';
import { barToAnswer } from './may-answer';

const FINE = { noMessages: false, owners: 1, healths: ['working' as const], optedOut: false };

test.each([
  ['a number that works', {}, null],
  ['one never tried', { healths: ['untried' as const] }, null],
  ['somebody whose safety forbids it', { noMessages: true, owners: 2, optedOut: true }, 'safety'],
  ['a number that two share', { owners: 2, optedOut: true }, 'shared'],
  ['a number that is on no record', { owners: 0 }, 'not_theirs'],
  ['a number that was taken off the record', { healths: [] }, 'not_theirs'],
  ['a number that is dead', { healths: ['dead' as const], optedOut: true }, 'dead'],
  ['a number that said STOP', { optedOut: true }, 'opted_out'],
])('%s', (_, number, bar) => expect(barToAnswer({ ...FINE, ...number })).toBe(bar));
