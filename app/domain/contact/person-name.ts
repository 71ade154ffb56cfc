/** Somebody by name, with the id that leads to them. */
export interface PersonName {
  id: string;
  firstName: string;
  lastName: string;
}

/** What somebody is called: as they say, else by the first name on record. */
export function calledName({ knownAs, firstName }: { knownAs: string | null; firstName: string }): string {
  return knownAs || firstName;
}

/** Longer than any name that people have told us; a name is text for people, and nothing is read from it. */
export const LONGEST_NAME = 100;

// Marks that turn the direction of writing around, and line ends, would spoil the text around a name. What joins letters
// (U+200C, U+200D) belongs to names in Persian, Hindi and other languages.
const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

export type NameProblem = 'empty' | 'long' | 'hidden';

/**
 * A name as people have it: any script, any signs, one letter or a hundred. Spaces around it go, and it is composed (NFC)
 * so that it compares as it looks.
 */
export function readName(text: string): { ok: true; value: string } | { ok: false; problem: NameProblem } {
  const value = text
    .normalize('NFC')
    .trim()
    .replace(/[ \t]+/g, ' ');
  if (value === '') return { ok: false, problem: 'empty' };
  if ([...value].length > LONGEST_NAME) return { ok: false, problem: 'long' };
  if (HIDDEN.test(value)) return { ok: false, problem: 'hidden' };
  return { ok: true, value };
}
