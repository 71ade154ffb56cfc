/** Letters that are no letter with a mark on it, and what people type for them. */
const PLAIN: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** In small letters and without marks: "Gwenllïan Prŷs" is "gwenllian prys", "Król" is "krol". */
export function withoutMarks(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[łøđðþßæœı]/g, (letter) => PLAIN[letter]!);
}

/** The words of a text, in small letters and without marks or signs. */
export function searchWords(text: string): string[] {
  return withoutMarks(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/**
 * What a customer is found by: every word of their names, and words with a sign in them as one as well, with a space before
 * and after each: " niamh o connor oconnor ". A word that somebody types is looked for after a space.
 */
export function searchNameOf(person: { firstName: string; lastName: string; knownAs?: string | null }): string {
  const names = [person.firstName, person.lastName, person.knownAs ?? ''];
  const whole = names.flatMap((name) => name.split(/\s+/)).map((word) => searchWords(word).join(''));
  const words = new Set([...names.flatMap(searchWords), ...whole].filter(Boolean));
  return words.size === 0 ? '' : ` ${[...words].join(' ')} `;
}

/** True when every word of what was typed begins a word of a person's names. Nothing typed is everybody. */
export function isCalled(person: Parameters<typeof searchNameOf>[0], typed: string): boolean {
  const names = searchNameOf(person);
  return searchWords(typed).every((word) => names.includes(` ${word}`));
}
