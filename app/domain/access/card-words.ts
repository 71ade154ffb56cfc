import type { Language } from '../language';
import { WORDS_CY } from './words-cy';
import { WORDS_EN } from './words-en';

/**
 * How many words stand on a card. Four of a list are at least 34 bits (card-words.test.ts): far fewer than a card's
 * limits leave anybody tries for. The sum is in docs/decisions/0019-ways-to-sign-in.md.
 */
export const CARD_WORD_COUNT = 4;

const LISTS: Record<Language, readonly string[]> = { en: WORDS_EN, cy: WORDS_CY };

/** The words that a card in a language is made of: short, common, and each spelt as it sounds. */
export function wordsFor(language: Language): readonly string[] {
  return LISTS[language];
}

/**
 * The words of a card as they count: in any case, with spaces, hyphens or anything else between them, and Welsh letters
 * with or without their accents.
 * @returns null where there are not as many words as on a card.
 */
export function readCardWords(typed: string): string | null {
  const plain = typed.normalize('NFKD').replace(/\p{Mark}/gu, '').toLowerCase(); // prettier-ignore
  const words = plain.match(/\p{Letter}+/gu) ?? [];
  return words.length === CARD_WORD_COUNT ? words.join('-') : null;
}
