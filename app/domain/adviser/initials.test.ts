import { expect, it } from 'vitest';
import { initialsOf } from './initials';

it.each([
  ['Sioned', 'Parry', 'SP'],
  ['Niamh', 'O’Connor', 'NO'],
  [' Gwenllïan ', 'ap Prŷs', 'GP'],
  ['ŵyn', 'ŷ', 'ŴŶ'],
  ['Cher', '', 'C'],
  ['', '', ''],
])('%s %s is %s', (firstName, lastName, initials) => expect(initialsOf({ firstName, lastName })).toBe(initials));
