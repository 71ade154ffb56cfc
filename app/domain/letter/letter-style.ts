import type { Language } from '../language';

/** What a letter that we make ourselves can be about. */
export const LETTER_PAPERS = ['appointment', 'plan', 'change_of_details'] as const;
export type LetterPaper = (typeof LETTER_PAPERS)[number];

/** How it is printed: 12 points; 18 points; or short sentences with a picture beside each fact. */
export const LETTER_PRINTS = ['standard', 'large', 'easy'] as const;
export type LetterPrint = (typeof LETTER_PRINTS)[number];

/** How letters go out to somebody; the first language is theirs. */
export interface LetterStyle {
  print: LetterPrint;
  languages: readonly [Language, ...Language[]];
}

/** The other one of the two languages that letters are written in. */
const OTHER: Record<'en' | 'cy', Language> = { en: 'cy', cy: 'en' };

/** Both languages, the person's own first; for a language that was added, that one and English. */
export function bothLanguages(first: Language): [Language, Language] {
  return [first, first in OTHER ? OTHER[first] : 'en'];
}

/**
 * How letters go out to somebody, from what they have told us. Easy read is large as well, so it comes before large print.
 * @param needs their access needs that stand.
 */
export function letterStyle(
  needs: readonly string[],
  customer: { language: Language; bilingualLetters: boolean },
): LetterStyle {
  const print = needs.includes('easy_read') ? 'easy' : needs.includes('large_print') ? 'large' : 'standard';
  return { print, languages: customer.bilingualLetters ? bothLanguages(customer.language) : [customer.language] };
}
