import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../language';
import { CARD_WORD_COUNT, readCardWords, wordsFor } from './card-words';

describe.each(LANGUAGES)('the words of a card in %s', (language) => {
  const words = wordsFor(language);
  const plain = words.map((word) => word.normalize('NFKD').replace(/\p{Mark}/gu, ''));

  it('are at least 34 bits', () => {
    expect(new Set(plain).size).toBe(words.length);
    expect(CARD_WORD_COUNT * Math.log2(words.length)).toBeGreaterThan(34);
  });

  it('are short, and letters only', () => {
    expect(plain.filter((word) => !/^[a-z]{2,9}$/.test(word))).toEqual([]);
  });

  it('are read however they are typed', () => {
    const word = fc.constantFrom(...words);
    const between = fc.constantFrom(' ', '  ', '-', ', ', '\n', ' - ', '.');
    fc.assert(
      fc.property(fc.tuple(word, word, word, word), between, fc.boolean(), (four, gap, shout) => {
        const asPrinted = readCardWords(four.join(' '));
        expect(asPrinted).not.toBeNull();
        const typed = four.join(gap);
        expect(readCardWords(` ${shout ? typed.toUpperCase() : typed} `)).toBe(asPrinted);
        expect(readCardWords(typed.normalize('NFKD').replace(/\p{Mark}/gu, ''))).toBe(asPrinted);
      }),
    );
  });
});

describe('what is no card', () => {
  it.each(['', 'one two three', 'one two three four five', '1 2 3 4', '-'])('%s is not read', (typed) =>
    expect(readCardWords(typed)).toBeNull(),
  );
});
