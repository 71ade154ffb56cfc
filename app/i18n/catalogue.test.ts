import { expect, it } from 'vitest';
import { defineCatalogue, keysOf } from './catalogue';

const en = { title: 'Home', meeting: { with: (name: string) => `with ${name}`, none: 'None' }, steps: ['one', 'two'] };
const cy: typeof en = {
  title: 'Hafan',
  meeting: { with: (name: string) => `gyda ${name}`, none: 'Dim' },
  steps: ['un', 'dau'],
};

it('gives the words of a language', () => {
  const home = defineCatalogue('home', { en, cy });
  expect(home.in('en').meeting.with('Sioned')).toBe('with Sioned');
  expect(home.in('cy').title).toBe('Hafan');
});
it('counts what has been reviewed; nothing has until somebody says so', () => {
  expect(defineCatalogue('home', { en, cy }).review).toEqual({ draft: 4, reviewed: 0 });
  expect(defineCatalogue('home', { en, cy }, new Set(['title', 'meeting.with'])).review).toEqual({
    draft: 2,
    reviewed: 2,
  });
});
it('names every entry by its path', () => {
  expect(keysOf(en)).toEqual(['title', 'meeting.with', 'meeting.none', 'steps']);
});
it('takes the plural forms of a phrase for one entry, however many there are', () => {
  expect(keysOf({ tries: { one: 'try', other: 'tries' } })).toEqual(['tries']);
  expect(keysOf({ tries: { one: 'cynnig', two: 'gynnig', few: 'chynnig', other: 'cynnig' } })).toEqual(['tries']);
  expect(keysOf({ answers: { yes: 'Yes', other: 'Something else' } })).toEqual(['answers.yes', 'answers.other']);
});
it('refuses a review of what is not there', () => {
  expect(() => defineCatalogue('home', { en, cy }, new Set(['meeting.gone']))).toThrow('meeting.gone');
});
