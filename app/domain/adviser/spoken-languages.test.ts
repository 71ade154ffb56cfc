import { expect, it } from 'vitest';
import { spokenLanguages } from './spoken-languages';

it.each([
  ['', []],
  ['en', ['en']],
  [' EN, cy ,bfi,cy', ['en', 'cy', 'bfi']],
  ['en,tlh', ['en']],
])('"%s"', (speaks, languages) => expect(spokenLanguages(speaks)).toEqual(languages));
