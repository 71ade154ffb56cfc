import type { Language } from '~/domain/language';
import { bothLanguages, LETTER_PRINTS, type LetterStyle } from '~/domain/letter/letter-style';

/** The form of a printed plan that an address asks for: `size` is large or easy, `in=both` both languages. */
export function planStyleIn(url: URL, language: Language): LetterStyle {
  const asked = url.searchParams.get('size');
  const print = LETTER_PRINTS.find((one) => one === asked) ?? 'standard';
  return { print, languages: url.searchParams.get('in') === 'both' ? bothLanguages(language) : [language] };
}
