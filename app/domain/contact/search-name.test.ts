import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCalled, searchNameOf, searchWords } from './search-name';

const finds = (typed: string, person: Parameters<typeof searchNameOf>[0]) => {
  const words = searchWords(typed);
  return words.length > 0 && words.every((word) => searchNameOf(person).includes(` ${word}`));
};

describe('a name that somebody looks for', () => {
  it.each([
    ['first and last', 'Aled Hughes', { firstName: 'Aled', lastName: 'Hughes' }, true],
    ['the other way round', 'hughes aled', { firstName: 'Aled', lastName: 'Hughes' }, true],
    ['with a comma', 'HUGHES, Aled', { firstName: 'Aled', lastName: 'Hughes' }, true],
    ['the beginnings of both', 'hu al', { firstName: 'Aled', lastName: 'Hughes' }, true],
    ['the middle of a word', 'ughes', { firstName: 'Aled', lastName: 'Hughes' }, false],
    ['one word that is not theirs', 'aled parry', { firstName: 'Aled', lastName: 'Hughes' }, false],
    ['without the marks of Welsh letters', 'gwenllian prys', { firstName: 'Gwenllïan', lastName: 'Prŷs' }, true],
    ['with marks that the record lacks', 'Siân Prŷs', { firstName: 'Sian', lastName: 'Prys' }, true],
    ['decomposed', 'Sia\u0302n', { firstName: 'Siân', lastName: 'Owen' }, true],
    ['a Polish l', 'krol wlodek', { firstName: 'Włodek', lastName: 'Król' }, true],
    ['an apostrophe of either kind', 'O’Connor', { firstName: 'Niamh', lastName: "O'Connor" }, true],
    ['no apostrophe', 'oconnor', { firstName: 'Niamh', lastName: 'O’Connor' }, true],
    ['a part of a double name', 'rowlands', { firstName: 'Mair', lastName: 'Jones-Rowlands' }, true],
    ['a double name without its hyphen', 'jones rowlands', { firstName: 'Mair', lastName: 'Jones-Rowlands' }, true],
    ['the name they are called by', 'bob hughes', { firstName: 'Robert', lastName: 'Hughes', knownAs: 'Bob' }, true],
    ['another script', 'мария', { firstName: 'Мария', lastName: 'Иванова' }, true],
    ['signs alone', '% _', { firstName: 'Aled', lastName: 'Hughes' }, false],
  ] as const)('%s', (_name, typed, person, found) => expect(finds(typed, person)).toBe(found));

  it('is found by the beginnings of its words in any order, for any name', () => {
    const name = fc.stringMatching(/^[A-Za-zÀ-ÿŵŷŴŶłŁ'’-]{1,12}$/).filter((text) => searchWords(text).length > 0);
    fc.assert(
      fc.property(name, name, fc.integer({ min: 1, max: 12 }), (firstName, lastName, letters) => {
        const parts = [...searchWords(lastName), ...searchWords(firstName)].map((word) => word.slice(0, letters));
        expect(finds(parts.join(' '), { firstName, lastName })).toBe(true);
      }),
    );
  });
});

it.each([
  ['prys gwen', true],
  ['GWENLLÏAN', true],
  ['', true],
  ['rys', false],
  ['gwen owen', false],
])('whether Gwenllïan Prŷs is called "%s": %s', (typed, called) => {
  expect(isCalled({ firstName: 'Gwenllïan', lastName: 'Prŷs' }, typed)).toBe(called);
});
