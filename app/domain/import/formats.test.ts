import { expect, it } from 'vitest';
import { IMPORT_FORMATS, likelierKind } from './formats';

it.each([
  ['customers', 'appointments', 'appointments'],
  ['customers', 'customers', null],
  ['appointments', 'customers', 'customers'],
  ['appointments', 'appointments', null],
  ['clubs', 'customers', 'customers'],
  ['clubs', 'clubs', null],
] as const)('sent in as %s, the columns of %s are rather those of %s', (chosen, columns, likelier) => {
  expect(likelierKind(chosen, IMPORT_FORMATS[columns].required)).toBe(likelier);
});

it('columns of no kind are like none', () => {
  expect(likelierKind('customers', ['no', 'such'])).toBeNull();
});
